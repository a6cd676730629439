/**
 * Where requests are watched and where the hub tells of itself.
 *
 * <p>Flow: {@link org.lightpath.platform.telemetry.web.RequestObserver} around everything -> {@link
 * org.lightpath.platform.telemetry.web.RouteObserver}, once the route is known -> the feature.
 */
package org.lightpath.platform.telemetry.web;
