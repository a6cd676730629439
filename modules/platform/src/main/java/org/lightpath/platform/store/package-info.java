/**
 * The database of the hub: its data source, its migrations and how times are stored.
 *
 * <p>Flow: {@link org.lightpath.platform.store.DatabaseStart} brings the schema up to date before
 * anybody uses it; features bring their migrations in {@code db/migration} of their jars.
 */
package org.lightpath.platform.store;
