package org.lightpath.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lightpath.device.host.Camera;
import org.lightpath.device.host.DeviceHost;
import org.lightpath.device.host.DeviceKind;
import org.lightpath.device.host.DeviceView;
import org.lightpath.device.host.FilterWheel;
import org.lightpath.device.host.Surroundings;
import org.lightpath.device.host.fits.ExposureHeader;
import org.lightpath.device.host.fits.FitsExposure;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.platform.Checkpoint;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.ImageIntake;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;
import org.lightpath.platform.Text;

/**
 * The action {@code expose} of a camera: filter, shutter, FITS, archive. Thread-safe; each camera's
 * jobs come one after the other.
 */
@ApplicationScoped
class CameraActions {

  /** The action's word. */
  static final String EXPOSE = "expose";

  private static final String VERSION =
      Optional.ofNullable(CameraActions.class.getPackage().getImplementationVersion())
          .orElse("development");

  private DeviceHost host;
  private SiteDirectory sites;
  private ImageIntake intake;
  private Clock clock;

  /** For the CDI proxy. */
  protected CameraActions() {}

  @Inject
  CameraActions(DeviceHost host, SiteDirectory sites, ImageIntake intake, Clock clock) {
    this.host = host;
    this.sites = sites;
    this.intake = intake;
    this.clock = clock;
  }

  /** The full image of an exposure. */
  static String fitsFileOf(String baseName) {
    return baseName + "-EX00.fits.fz";
  }

  void check(JobRequest request) {
    if (!request.action().equals(EXPOSE)) {
      throw Parameters.refused(
          "a camera knows the action expose, not '%s'".formatted(Text.shortened(request.action())));
    }
    ExposurePlan plan = ExposurePlan.of(request);
    Camera camera = host.camera(request.site(), request.deviceInstance());
    camera.description().ifPresent(known -> camera.checkRequest(plan.on(known)));
    if (plan.filter().isPresent()) {
      Optional<FilterWheel> wheel = wheelOf(request.site());
      wheel.filter(w -> !w.filterNames().isEmpty()).ifPresent(w -> w.slotOf(plan.filter().get()));
    }
  }

  void run(JobRun run) {
    JobRequest request = run.request();
    ExposurePlan plan = ExposurePlan.of(request);
    Camera camera = host.camera(request.site(), request.deviceInstance());
    plan.filter().ifPresent(filter -> wheelOf(request.site()).ifPresent(w -> w.moveTo(filter)));
    for (int done = 0; done < plan.count(); done++) {
      String baseName =
          intake.allotBaseName(request.site(), request.deviceInstance(), tonight(request.site()));
      run.exposing(baseName, plan.remaining(plan.count() - done));
      expose(run, plan, camera, baseName);
      run.archived(baseName);
    }
  }

  private void expose(JobRun run, ExposurePlan plan, Camera camera, String baseName) {
    CameraDescription description =
        camera
            .description()
            .orElseThrow(
                () ->
                    new LightpathException(
                        ErrorCode.UNAVAILABLE,
                        camera.view().name()
                            + " has not been reached yet: "
                            + camera.view().reason()));
    ExposureRequest exposure = plan.on(description);
    Surroundings around = host.surroundings(run.request().site());
    OptionalDouble sensorCelsius = camera.sensorTemperatureCelsius();
    Checkpoint.EXPOSING.reached();
    Frame frame = camera.expose(exposure);
    Checkpoint.READ_OUT.reached();
    run.saving();
    ExposureHeader header =
        new ExposureHeader(
            siteOf(run.request().site()),
            new ExposureHeader.Camera(camera.view().name(), description, exposure),
            frame,
            conditions(plan, around, sensorCelsius),
            observation(plan, run.request()),
            new ExposureHeader.Origin(baseName, run.ulid(), Optional.of(run.traceId()), VERSION));
    intake.accept(fitsFileOf(baseName), new FitsExposure(header, clock)::writeCompressed);
  }

  /** A frame with the shutter shut sees no sky: where the mount points says nothing about it. */
  private static ExposureHeader.Conditions conditions(
      ExposurePlan plan, Surroundings around, OptionalDouble sensorCelsius) {
    boolean seesSky = plan.kind() == FrameKind.LIGHT || plan.kind() == FrameKind.FLAT;
    return new ExposureHeader.Conditions(
        seesSky ? around.mount() : Optional.empty(),
        around.focuserSteps(),
        around.focuserTemperatureCelsius(),
        sensorCelsius,
        around.filter());
  }

  private static ExposureHeader.Observation observation(ExposurePlan plan, JobRequest request) {
    Optional<String> object = Optional.of(plan.object()).filter(name -> !name.isEmpty());
    return new ExposureHeader.Observation(object, request.userName(), request.userId());
  }

  private Optional<FilterWheel> wheelOf(SiteCode site) {
    return host.devices(site).stream()
        .filter(device -> device.kind() == DeviceKind.FILTER_WHEEL)
        .map(DeviceView::name)
        .findFirst()
        .map(name -> host.filterWheel(site, name));
  }

  /** The date of the night: that of the local noon before. */
  private LocalDate tonight(SiteCode site) {
    Instant now = clock.instant();
    return ZonedDateTime.ofInstant(now, siteOf(site).zone()).minusHours(12).toLocalDate();
  }

  private Site siteOf(SiteCode site) {
    return sites
        .find(site)
        .orElseThrow(() -> new LightpathException(ErrorCode.NOT_FOUND, "no site " + site));
  }
}
