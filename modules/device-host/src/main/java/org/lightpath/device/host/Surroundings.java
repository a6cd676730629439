package org.lightpath.device.host;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lightpath.device.spi.MountStatus;

/**
 * What stands around a camera, for the header of its frame; each part is empty if the site has no
 * such device or it does not tell.
 *
 * @param mount where the site's first mount points
 * @param focuserSteps position of its first focuser
 * @param focuserTemperatureCelsius temperature at the tube
 * @param filter name of the filter in the beam of its first filter wheel
 */
public record Surroundings(
    Optional<MountStatus> mount,
    OptionalInt focuserSteps,
    OptionalDouble focuserTemperatureCelsius,
    Optional<String> filter) {}
