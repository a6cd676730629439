package org.lightpath.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.lightpath.device.host.DeviceHost;
import org.lightpath.device.host.DeviceKind;
import org.lightpath.device.host.DeviceView;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;
import org.lightpath.platform.Text;

/** Knows which jobs the hub's own devices can do, and has them done. Thread-safe. */
@ApplicationScoped
public class DeviceActions {

  private DeviceHost host;
  private SiteDirectory sites;
  private CameraActions camera;
  private MotionActions motion;

  /** For the CDI proxy. */
  protected DeviceActions() {}

  /** The actions of the devices in {@code host}. */
  @Inject
  public DeviceActions(
      DeviceHost host, SiteDirectory sites, CameraActions camera, MotionActions motion) {
    this.host = host;
    this.sites = sites;
    this.camera = camera;
    this.motion = motion;
  }

  /** Whether that device is one of the hub's own. */
  boolean drives(SiteCode site, String device) {
    return host.find(site, device).isPresent();
  }

  /**
   * Checks what can be checked before anything moves.
   *
   * @return whether the hub drives the device itself; otherwise the site's software will ask for
   *     the job
   * @throws LightpathException NOT_FOUND for an unknown site or device, INVALID_ARGUMENT for what
   *     the device cannot do
   */
  boolean check(JobRequest request) {
    if (!host.drives(request.site())) {
      if (sites.find(request.site()).isEmpty()) {
        throw new LightpathException(
            ErrorCode.NOT_FOUND, "there is no site " + request.site() + " here");
      }
      return false;
    }
    DeviceView device = deviceOf(request);
    if (!device.kind().label().equalsIgnoreCase(request.deviceType().replace("_", ""))) {
      throw Parameters.refused(
          "%s is a %s, not a %s"
              .formatted(
                  device.name(), device.kind().label(), Text.shortened(request.deviceType())));
    }
    if (device.kind() == DeviceKind.CAMERA) {
      camera.check(request);
    } else {
      motion.check(device.kind(), request);
    }
    return true;
  }

  /** Does what the job asks for; blocks until it is done. */
  void run(JobRun run) {
    DeviceView device = deviceOf(run.request());
    if (device.kind() == DeviceKind.CAMERA) {
      camera.run(run);
    } else {
      motion.run(device.kind(), run.request());
    }
  }

  private DeviceView deviceOf(JobRequest request) {
    Optional<DeviceView> device = host.find(request.site(), request.deviceInstance());
    return device.orElseThrow(
        () ->
            new LightpathException(
                ErrorCode.NOT_FOUND,
                "site %s has no device '%s'; it has %s"
                    .formatted(
                        request.site(),
                        Text.shortened(request.deviceInstance()),
                        host.devices(request.site()).stream().map(DeviceView::name).toList())));
  }
}
