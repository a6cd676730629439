package org.lightpath.jobs;

import org.lightpath.platform.SiteCode;

/**
 * Jobs of a site that have not ended, by status.
 *
 * @param site the site
 * @param status their status
 * @param count how many there are
 * @param oldestUlid the one that was asked for first
 */
public record OpenJobs(SiteCode site, String status, long count, String oldestUlid) {}
