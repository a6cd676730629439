/**
 * Plugins on disk: a folder per plugin below {@code lightpath.plugins.dir}.
 *
 * <p>Flow: {@link org.lightpath.launcher.plugin.PluginStore} unpacks an archive into a staging
 * folder beside the plugins ({@code PluginArchive}, bounded and confined), reads what it says about
 * itself ({@code PluginDescription}), asks its providers ({@code PluginProbe}), and only then moves
 * it to its place.
 *
 * <p>May use: {@code terminal}, {@code device-spi}. Must not use: any other package of the
 * launcher.
 */
package org.lightpath.launcher.plugin;
