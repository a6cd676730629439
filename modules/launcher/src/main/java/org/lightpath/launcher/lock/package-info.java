/**
 * One hub per data directory: the lock that the hub's own process holds as long as it lives.
 *
 * <p>Flow: the launcher asks {@link org.lightpath.launcher.lock.DataLock#holder}, the hub's process
 * takes the lock, on Payara Micro in {@code micro.MicroMain}, on Payara Server through {@link
 * org.lightpath.launcher.lock.LockAgent}. The system drops the lock when that process ends, however
 * it ends.
 *
 * <p>May use: the JDK. Must not use: anything else of ours.
 */
package org.lightpath.launcher.lock;
