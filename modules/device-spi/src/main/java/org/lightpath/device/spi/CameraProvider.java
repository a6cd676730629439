package org.lightpath.device.spi;

/** Makes drivers of cameras; see {@link DeviceProvider}. */
public interface CameraProvider extends DeviceProvider<CameraDriver> {}
