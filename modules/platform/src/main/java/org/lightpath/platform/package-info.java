/**
 * What every feature shares: error codes, ids, site codes, the events by which features hear of
 * each other and the small ports by which they ask each other.
 *
 * <p>Flow: a feature fires {@link org.lightpath.platform.JobChanged} and its like inside its
 * transaction, others observe them after success; a feature implements {@link
 * org.lightpath.platform.SiteDirectory} and its like, others inject them.
 *
 * <p>May use: nothing of ours. Must not use: any feature.
 */
package org.lightpath.platform;
