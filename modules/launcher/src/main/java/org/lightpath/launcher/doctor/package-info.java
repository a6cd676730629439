/**
 * What is wrong, and what to do about it.
 *
 * <p>Flow: {@link org.lightpath.launcher.doctor.Doctor} runs one check after the other; each gives
 * {@link org.lightpath.launcher.doctor.Finding}s, the ones with a remedy are what is wrong.
 *
 * <p>Settings, sites and devices are checked by the code that the hub itself starts with: {@link
 * org.lightpath.platform.config.KeyTable}, {@link org.lightpath.sites.ConfiguredSites}, {@link
 * org.lightpath.device.host.DeviceCheck}.
 *
 * <p>May use: {@code config}, {@code lock}, {@code plugin}, {@code process}, {@code terminal}.
 */
package org.lightpath.launcher.doctor;
