/**
 * The hub's configuration as the launcher sees it: which keys there are, which value each has and
 * where that value comes from.
 *
 * <p>Flow: the tables of {@code server-config/README.md} become {@link
 * org.lightpath.platform.config.KeyTable}; files and environment become {@link
 * org.lightpath.launcher.config.Configuration}. The hub reads the same files itself; the launcher
 * only passes on what annotations and the resource adapter take from system properties.
 *
 * <p>May use: {@code terminal}. Must not use: any other package of the launcher.
 */
package org.lightpath.launcher.config;
