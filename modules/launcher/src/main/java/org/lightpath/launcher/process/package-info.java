/**
 * What the operating system knows: who listens on a port, how much memory a process holds.
 *
 * <p>Source of the formats: proc(5), tables {@code /proc/net/tcp} and {@code /proc/net/tcp6}.
 *
 * <p>May use: the JDK. Must not use: anything else of ours.
 */
package org.lightpath.launcher.process;
