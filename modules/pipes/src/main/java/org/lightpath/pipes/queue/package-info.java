/**
 * PIPE queues in Artemis, through its core client.
 *
 * <p>Flow: {@code ArtemisPipeQueues} -> one {@code QueueOwner} per queue, which carries out waiting
 * {@code Call}s one after the other, commits once for all of them and then answers -> {@code
 * OpenQueue}, the session -> {@code Broker}, the connection, made anew after each failure.
 *
 * <p>May use: {@code pipes}, {@code platform}, the Artemis client (the resource adapter brings it).
 * Must not use: {@code pipes.web}.
 */
package org.lightpath.pipes.queue;
