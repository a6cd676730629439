/**
 * The WebSocket on which the news of a site are heard.
 *
 * <p>Flow: {@link org.lightpath.sites.socket.HubSocket} joins {@link org.lightpath.sites.Hub} with
 * one {@link org.lightpath.sites.socket.HubReader} per connection.
 */
package org.lightpath.sites.socket;
