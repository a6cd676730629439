/**
 * Client of a hub: what generation cannot do. The routes are in {@code api}, what they speak of in
 * {@code model}, both generated from the contract; here are the news, uploads with progress, and
 * lists page by page.
 *
 * <p>May use: the JDK and the generated packages. Must not use: any other module of Lightpath.
 */
package org.lightpath.client;
