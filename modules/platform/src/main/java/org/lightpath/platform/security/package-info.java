/**
 * Who is it and what may he do: local users, the tokens they get, the roles in them.
 *
 * <p>Flow: {@code web.TokenResource} -> {@link org.lightpath.platform.security.Login} -> {@link
 * org.lightpath.platform.security.Users} -> {@link org.lightpath.platform.security.Tokens}; later
 * requests carry the token, which the server verifies with the public key of {@link
 * org.lightpath.platform.security.Keys}.
 */
package org.lightpath.platform.security;
