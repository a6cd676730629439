/**
 * The {@code lightpath} command.
 *
 * <p>Flow: {@link org.lightpath.launcher.Main} reads the command line into {@link
 * org.lightpath.launcher.terminal.Arguments} and runs one command: {@code micro} (up, demo), {@code
 * server}, {@code doctor}, {@code plugin}, {@code user} or {@code audit}. The hub itself runs in a
 * process of its own, which {@code micro} or {@code server} starts.
 *
 * <p>May use: the JDK, {@code device-spi}; of {@code platform}, {@code sites} and {@code
 * device-host} what needs no container. Must not use: any other module.
 */
package org.lightpath.launcher;
