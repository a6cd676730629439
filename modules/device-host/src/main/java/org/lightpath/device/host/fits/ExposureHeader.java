package org.lightpath.device.host.fits;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.MountStatus;
import org.lightpath.platform.Site;

/**
 * Everything that the header of one exposure tells.
 *
 * @param site where it was taken
 * @param camera with what, and how it was set
 * @param frame the pixels, when the shutter opened and for how long
 * @param conditions what the other devices said at shutter opening
 * @param observation of what and for whom
 * @param origin which job and which program made the file
 */
public record ExposureHeader(
    Site site,
    Camera camera,
    Frame frame,
    Conditions conditions,
    Observation observation,
    Origin origin) {

  /**
   * The camera and the exposure asked of it.
   *
   * @param name device name at the site, as in the base file name
   * @param description what the camera is
   * @param request what was asked
   */
  public record Camera(String name, CameraDescription description, ExposureRequest request) {}

  /**
   * State of the other devices at shutter opening; empty where a device is missing, away or without
   * a sensor.
   *
   * @param pointing where the mount pointed
   * @param focuserSteps absolute focuser position
   * @param focuserTemperatureCelsius at the tube
   * @param sensorTemperatureCelsius at the camera's sensor
   * @param filter name of the filter in the beam
   */
  public record Conditions(
      Optional<MountStatus> pointing,
      OptionalInt focuserSteps,
      OptionalDouble focuserTemperatureCelsius,
      OptionalDouble sensorTemperatureCelsius,
      Optional<String> filter) {}

  /**
   * What is observed and for whom. Any text: what FITS cannot hold is replaced.
   *
   * @param objectName name of the target
   * @param userName name of the observer, for people
   * @param userId id of the observer
   */
  public record Observation(Optional<String> objectName, String userName, String userId) {}

  /**
   * Where the file comes from.
   *
   * @param baseName base file name, for example {@code saf-camera1-20260214-00000001}
   * @param jobId ULID of the job
   * @param traceId W3C trace id, 32 hexadecimal digits
   * @param softwareVersion version of Lightpath
   */
  public record Origin(
      String baseName, String jobId, Optional<String> traceId, String softwareVersion) {}
}
