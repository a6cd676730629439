package org.lightpath.device.spi;

/** Makes drivers of mounts; see {@link DeviceProvider}. */
public interface MountProvider extends DeviceProvider<MountDriver> {}
