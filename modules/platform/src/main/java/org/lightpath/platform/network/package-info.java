/**
 * Where a request comes from.
 *
 * <p>Flow: {@link org.lightpath.platform.network.ClientAddress} takes the connection's other end,
 * or, if that is a declared proxy, whom the proxy names; audit, rate limits and {@code security}
 * ask it and nothing else. {@link org.lightpath.platform.network.Networks} says whether an address
 * is one of those that a setting names.
 *
 * <p>May use: the JDK, the servlet API. Must not use: any other package of ours.
 */
package org.lightpath.platform.network;
