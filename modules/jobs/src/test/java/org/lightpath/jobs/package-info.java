/** Tests of the jobs with rows in memory and hardware played by the test. */
package org.lightpath.jobs;
