/**
 * A small JSON reader and writer, so that the launcher needs nothing but the JDK.
 *
 * <p>May use: the JDK. Must not use: anything else of ours.
 */
package org.lightpath.launcher.json;
