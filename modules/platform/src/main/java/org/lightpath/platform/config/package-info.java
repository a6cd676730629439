/**
 * Where settings come from: the files of {@code lightpath.config.dir}, below environment and system
 * properties, above the application's own defaults.
 *
 * <p>Flow: {@link org.lightpath.platform.config.FolderConfigSource} -> MicroProfile Config -> one
 * configuration class per feature, checked at start. {@link org.lightpath.platform.config.KeyTable}
 * knows every key there is. The package needs the JDK and MicroProfile Config alone: the launcher
 * and the EAR's lib/ use it too.
 */
package org.lightpath.platform.config;
