/**
 * The running hub, seen as any client sees it: its public API and its log.
 *
 * <p>Flow: {@link org.lightpath.launcher.hub.Readiness} waits until every part is ready; {@link
 * org.lightpath.launcher.hub.FirstLight} takes one exposure through the public API ({@link
 * org.lightpath.launcher.hub.HubClient}), hears each step on the WebSocket ({@code News}) and
 * proves the result; {@link org.lightpath.launcher.hub.UserAdmin} changes its users and {@link
 * org.lightpath.launcher.hub.AuditTrail} checks its audit trail.
 *
 * <p>May use: {@code json}, {@code terminal}. Must not use: any other package of the launcher.
 */
package org.lightpath.launcher.hub;
