/** Tests of the sites' settings and news. */
package org.lightpath.sites;
