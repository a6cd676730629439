/**
 * What the hub shows of plugins and devices over HTTP, and whether they are ready.
 *
 * <p>Flow: {@code PluginResource}, {@code DeviceResource}, {@code DevicesHealth} -> {@link
 * org.lightpath.device.host.DeviceHost}.
 *
 * <p>May use: {@code device.host}, {@code platform}. Must not use: {@code .store}, {@code .queue}.
 */
package org.lightpath.device.host.web;
