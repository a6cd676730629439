/**
 * PIPE queues: how an observatory tells its pipeline machines of new work.
 *
 * <p>Flow: {@code web.PipeResource} or, through {@link org.lightpath.platform.PipelineNotices}, the
 * archive -> {@link org.lightpath.pipes.PipeService} -> {@link org.lightpath.pipes.PipeQueues} ->
 * {@code queue.ArtemisPipeQueues}. The broker's message is the truth; there is no row.
 *
 * <p>May use: {@code platform}. Must not use: other features.
 */
package org.lightpath.pipes;
