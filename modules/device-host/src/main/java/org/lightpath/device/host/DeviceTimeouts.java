package org.lightpath.device.host;

import java.time.Duration;

/**
 * How long calls of one device may take.
 *
 * @param call see {@link DeviceKeys#CALL_TIMEOUT}
 * @param move see {@link DeviceKeys#MOVE_TIMEOUT}
 * @param readout see {@link DeviceKeys#READOUT_TIMEOUT}
 */
record DeviceTimeouts(Duration call, Duration move, Duration readout) {}
