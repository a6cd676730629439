package org.lightpath.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import org.lightpath.device.host.DeviceHost;
import org.lightpath.device.host.DeviceKind;
import org.lightpath.device.host.FilterWheel;
import org.lightpath.device.host.Focuser;
import org.lightpath.device.host.Mount;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/**
 * What mounts, focusers and filter wheels do for a job. Right ascension comes in hours and
 * declination in degrees, as the clients of the original send them.
 */
@ApplicationScoped
class MotionActions {

  private static final int MAX_STEPS = 10_000_000;
  private static final int MAX_SLOT = 100;
  private static final double DEGREES_PER_HOUR = 15;

  private DeviceHost host;

  /** For the CDI proxy. */
  protected MotionActions() {}

  @Inject
  MotionActions(DeviceHost host) {
    this.host = host;
  }

  void check(DeviceKind kind, JobRequest request) {
    motion(kind, request);
  }

  void run(DeviceKind kind, JobRequest request) {
    motion(kind, request).run();
  }

  /** Reads and checks the parameters now; what it returns moves the device. */
  private Runnable motion(DeviceKind kind, JobRequest request) {
    Parameters params = new Parameters(request);
    return switch (kind) {
      case MOUNT -> mount(host.mount(request.site(), request.deviceInstance()), request, params);
      case FOCUSER ->
          focuser(host.focuser(request.site(), request.deviceInstance()), request, params);
      case FILTER_WHEEL ->
          wheel(host.filterWheel(request.site(), request.deviceInstance()), request, params);
      case CAMERA -> throw unknown(request, "expose");
    };
  }

  private static Runnable mount(Mount mount, JobRequest request, Parameters params) {
    return switch (request.action()) {
      case "go" -> {
        double ra = params.number("ra", params.require("ra"), 0, 24, "h") % 24;
        double dec = params.number("dec", params.require("dec"), -90, 90, "deg");
        yield () -> mount.slewTo(ra * DEGREES_PER_HOUR, dec);
      }
      case "park" -> mount::park;
      default -> throw unknown(request, "go, park");
    };
  }

  private static Runnable focuser(Focuser focuser, JobRequest request, Parameters params) {
    String text = params.require("position");
    return switch (request.action()) {
      case "move_absolute" -> {
        OptionalInt min = focuser.minSteps();
        OptionalInt max = focuser.maxSteps();
        int steps =
            params.integer(
                "position", text, min.orElse(-MAX_STEPS), max.orElse(MAX_STEPS), "steps");
        yield () -> focuser.moveTo(steps);
      }
      case "move_relative" -> {
        int by = params.integer("position", text, -MAX_STEPS, MAX_STEPS, "steps");
        yield () -> focuser.moveTo(focuser.positionSteps() + by);
      }
      default -> throw unknown(request, "move_absolute, move_relative");
    };
  }

  private static Runnable wheel(FilterWheel wheel, JobRequest request, Parameters params) {
    return switch (request.action()) {
      case "set_name" -> {
        String filter = params.require("filter_name");
        if (!wheel.filterNames().isEmpty()) {
          int slot = wheel.slotOf(filter);
          yield () -> wheel.moveTo(slot);
        }
        yield () -> wheel.moveTo(filter);
      }
      case "set_position" -> {
        int last = wheel.filterNames().isEmpty() ? MAX_SLOT : wheel.filterNames().size() - 1;
        int slot = params.integer("filter_num", params.require("filter_num"), 0, last, "slot");
        yield () -> wheel.moveTo(slot);
      }
      default -> throw unknown(request, "set_name, set_position");
    };
  }

  private static LightpathException unknown(JobRequest request, String known) {
    return Parameters.refused(
        "%s knows %s, not '%s'"
            .formatted(request.deviceInstance(), known, Text.shortened(request.action())));
  }
}
