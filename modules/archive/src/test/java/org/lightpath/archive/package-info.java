/** Tests of the way into the archive, with tables and broker in memory. */
package org.lightpath.archive;
