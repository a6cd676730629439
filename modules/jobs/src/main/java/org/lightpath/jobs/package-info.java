/**
 * Jobs that a user asks of a site, from request to completion.
 *
 * <p>Flow: {@code web.JobResource} -> {@link org.lightpath.jobs.JobService} -> {@link
 * org.lightpath.jobs.Jobs} -> queue {@code jobs.work} -> {@link org.lightpath.jobs.JobExecutor} ->
 * {@link org.lightpath.jobs.DeviceActions} -> device host and image intake. The row is the truth: a
 * message only says that there is something to look for.
 *
 * <p>May use: {@code platform}, {@code device.host}. Must not use: other features.
 */
package org.lightpath.jobs;
