/**
 * The hub on Payara Micro, in a process of its own.
 *
 * <p>Flow: the launcher writes a {@link org.lightpath.launcher.micro.StartOrder} into the standard
 * input of a new Java process, which runs {@link org.lightpath.launcher.micro.MicroMain}: it takes
 * the data directory's lock, prepares the folders and becomes the server. It ends when its standard
 * input ends, so it never outlives the launcher, however that one dies.
 *
 * <p>May use: {@code config}, {@code lock}, {@code plugin}, {@code terminal}. Must not use: {@code
 * hub}, {@code doctor}, {@code server}.
 */
package org.lightpath.launcher.micro;
