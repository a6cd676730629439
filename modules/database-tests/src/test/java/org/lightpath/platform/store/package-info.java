/** The users' table on every database. */
package org.lightpath.platform.store;
