/** Routes of the jobs, under {@code /jobs}. */
package org.lightpath.jobs.web;
