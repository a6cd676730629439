/**
 * The message that says there is work: {@link org.lightpath.jobs.queue.JmsJobQueue} -> queue {@code
 * jobs.work} -> {@link org.lightpath.jobs.queue.JobWorkListener}. It carries no job; the row does.
 */
package org.lightpath.jobs.queue;
