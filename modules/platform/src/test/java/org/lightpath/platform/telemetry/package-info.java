/** What the hub tells of itself. */
package org.lightpath.platform.telemetry;
