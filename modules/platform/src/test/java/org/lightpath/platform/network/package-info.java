/** Addresses, networks, and whom a proxy may speak for. */
package org.lightpath.platform.network;
