package org.lightpath.device.spi;

/** Makes drivers of filter wheels; see {@link DeviceProvider}. */
public interface FilterWheelProvider extends DeviceProvider<FilterWheelDriver> {}
