/**
 * The manners of every route: problem+json for every failure, JSON whatever the Content-Type says,
 * a bound on every body, the caller's roles.
 *
 * <p>Flow: {@link org.lightpath.platform.web.BodyLimitFilter} -> {@link
 * org.lightpath.platform.web.JsonBodyFilter} -> {@link org.lightpath.platform.web.RoleFilter} ->
 * the feature's resource -> {@link org.lightpath.platform.web.Problems} if it fails.
 */
package org.lightpath.platform.web;
