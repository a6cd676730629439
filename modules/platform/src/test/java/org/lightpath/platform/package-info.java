/** Tests of what every feature shares. */
package org.lightpath.platform;
