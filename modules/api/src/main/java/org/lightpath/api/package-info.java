/** The WAR: one JAX-RS application at the root, and what the server wants to know of it. */
package org.lightpath.api;
