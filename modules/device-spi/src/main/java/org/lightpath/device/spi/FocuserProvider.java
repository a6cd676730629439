package org.lightpath.device.spi;

/** Makes drivers of focusers; see {@link DeviceProvider}. */
public interface FocuserProvider extends DeviceProvider<FocuserDriver> {}
