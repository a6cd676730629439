package org.lightpath.jobs;

import org.lightpath.platform.SiteCode;

/**
 * A job waits for a device of the hub. Fired inside the transaction; observe it after success.
 *
 * @param site the site
 * @param device name of the device
 */
public record WorkWaiting(SiteCode site, String device) {}
