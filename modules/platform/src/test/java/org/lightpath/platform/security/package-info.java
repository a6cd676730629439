/** Tests of keys, tokens and login. */
package org.lightpath.platform.security;
