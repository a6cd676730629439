/** The jobs' rows in the database. */
package org.lightpath.jobs.store;
