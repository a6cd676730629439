/** Tests of the checks on the database's settings. */
package org.lightpath.platform.store;
