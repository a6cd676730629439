/** Tests of what one connection gets. */
package org.lightpath.sites.socket;
