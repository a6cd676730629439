/**
 * What can be seen from outside: metrics, and for whom the present thread works.
 *
 * <p>Flow: a request passes {@link org.lightpath.platform.telemetry.web.RequestObserver}, which
 * makes it the thread's {@link org.lightpath.platform.telemetry.Work} and counts it in {@link
 * org.lightpath.platform.telemetry.RouteMetrics}; {@link
 * org.lightpath.platform.telemetry.HubMetrics} asks every {@link
 * org.lightpath.platform.telemetry.MetricSource} of the features when somebody reads {@code
 * /metrics}.
 *
 * <p>May use: {@code platform}, the Prometheus client, which no other package sees. Must not use:
 * features.
 */
package org.lightpath.platform.telemetry;
