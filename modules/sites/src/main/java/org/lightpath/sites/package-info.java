/**
 * The places of the network and what everybody may hear of them.
 *
 * <p>Flow: configuration -> {@link org.lightpath.sites.ConfiguredSites} -> the port {@code
 * SiteDirectory}; events of all features -> {@link org.lightpath.sites.Hub} -> {@code socket}.
 *
 * <p>May use: {@code platform}. Must not use: other features.
 */
package org.lightpath.sites;
