/** The archive's tables on every database. */
package org.lightpath.archive.store;
