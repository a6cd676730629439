/** Tests of the PIPE queues against real brokers, in this process and in another one. */
package org.lightpath.pipes.queue;
