/** The archive's records in the database. */
package org.lightpath.archive.store;
