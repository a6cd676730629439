/**
 * The person at the terminal: the words they type, the lines they see, the failures they read.
 *
 * <p>May use: the JDK. Must not use: anything else of ours.
 */
package org.lightpath.launcher.terminal;
