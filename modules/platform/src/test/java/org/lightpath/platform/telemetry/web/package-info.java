/** How requests are named. */
package org.lightpath.platform.telemetry.web;
