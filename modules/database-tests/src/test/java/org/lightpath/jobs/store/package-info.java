/** The jobs' table on every database. */
package org.lightpath.jobs.store;
