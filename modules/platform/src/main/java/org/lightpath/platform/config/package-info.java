/**
 * Where settings come from: the files of {@code lightpath.config.dir}, below environment and system
 * properties, above the application's own defaults.
 *
 * <p>Flow: {@link org.lightpath.platform.config.FolderConfigSource} -> MicroProfile Config -> one
 * configuration class per feature, checked at start.
 */
package org.lightpath.platform.config;
