/**
 * What a plugin implements to bring a device to Lightpath: a provider, found by {@link
 * java.util.ServiceLoader}, makes one driver per configured device.
 *
 * <p>Flow: device host -> {@link org.lightpath.device.spi.DeviceProvider#create} -> {@link
 * org.lightpath.device.spi.DeviceDriver#connect} -> the calls of the device's kind.
 *
 * <p>Angles are degrees, ICRS unless said; times are UTC; pixel (0, 0) is the lower left one. Needs
 * only the JDK, so that a plugin compiled against it never meets another library's version.
 */
package org.lightpath.device.spi;
