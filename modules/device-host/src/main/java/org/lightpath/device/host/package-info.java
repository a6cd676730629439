/**
 * Finds plugins, makes one driver per configured device and is the only caller of drivers.
 *
 * <p>Flow: {@link org.lightpath.device.host.DeviceHost} -> {@link
 * org.lightpath.device.host.PluginCatalog} (one class loader per plugin folder) -> {@code
 * DeviceConfigurations} (the keys {@code lightpath.site.<site>.device.<device>.*}) -> one {@code
 * Device} each, whose keeper connects it, reads it out and brings it back. Jobs and rpc ask the
 * host for a {@link org.lightpath.device.host.Camera}, {@link org.lightpath.device.host.Focuser},
 * {@link org.lightpath.device.host.FilterWheel} or {@link org.lightpath.device.host.Mount}.
 *
 * <p>May use: {@code platform}, {@code device.spi}. Must not use: any feature.
 */
package org.lightpath.device.host;
