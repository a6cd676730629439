/** The archive's services on every database. */
package org.lightpath.archive;
