/**
 * The manners of every route: problem+json for every failure, JSON whatever the Content-Type says,
 * bounds on target, headers and body in size, time and number, and the rule of who may.
 *
 * <p>Flow: the servlet filters in the order of {@code web.xml}: {@link
 * org.lightpath.platform.web.SecurityHeadersFilter} -> {@link
 * org.lightpath.platform.web.LoopbackFilter} -> {@link
 * org.lightpath.platform.web.RequestTargetFilter} -> {@link org.lightpath.platform.web.CorsFilter}
 * -> {@link org.lightpath.platform.web.IdentityFilter} -> {@link
 * org.lightpath.platform.web.BodyFilter}; then those of JAX-RS: {@link
 * org.lightpath.platform.web.QueryFromBody} -> {@link org.lightpath.platform.web.RateLimitFilter}
 * -> {@link org.lightpath.platform.web.RoleFilter} -> {@link
 * org.lightpath.platform.web.IdempotencyFilter} -> the feature's resource -> {@link
 * org.lightpath.platform.web.TagFilter}, or {@link org.lightpath.platform.web.Problems} if it
 * fails. What the server refuses before all of them: {@code docs/reference/http-errors.md}.
 */
package org.lightpath.platform.web;
