/**
 * Who is it and what may he do: local users, tokens, keys, and the grants that they give.
 *
 * <p>Flow: {@code web.TokenResource} -> {@link org.lightpath.platform.security.Login} -> {@link
 * org.lightpath.platform.security.Users} -> {@link org.lightpath.platform.security.Tokens}. Later
 * requests carry the token: {@code web.IdentityFilter} -> {@link
 * org.lightpath.platform.security.Identity} -> {@link org.lightpath.platform.security.Identified};
 * then {@code web.RoleFilter} compares the {@link org.lightpath.platform.security.Caller}'s grants
 * with the {@link org.lightpath.platform.security.Allowed} of the route. Admins change users by
 * {@code web.UserResource} -> {@link org.lightpath.platform.security.Accounts}, keys by {@code
 * web.KeyResource} -> {@link org.lightpath.platform.security.ApiKeys}.
 */
package org.lightpath.platform.security;
