/** Tests of the PIPE routes over queues in memory. */
package org.lightpath.pipes.web;
