package org.lightpath.jobs;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.CameraProvider;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.FocuserProvider;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.Setting;

/** A camera of 40 x 30 pixels and a focuser of 0 to 1000 steps, both without delay. */
final class PlayedHardware {

  /** What happens as the hardware moves. */
  @FunctionalInterface
  interface Play {
    void at(int value) throws DeviceException;
  }

  /** Called with the exposure in milliseconds as the shutter opens. */
  volatile Play shutter = millis -> {};

  /** Called with the target of a move. */
  volatile Play motor = target -> {};

  volatile int steps = 500;

  final class Cameras implements CameraProvider {
    @Override
    public String id() {
      return "played";
    }

    @Override
    public int spiVersion() {
      return 1;
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public CameraDriver create(DeviceContext context) {
      return new PlayedCamera(context);
    }
  }

  final class Focusers implements FocuserProvider {
    @Override
    public String id() {
      return "played";
    }

    @Override
    public int spiVersion() {
      return 1;
    }

    @Override
    public List<Setting> settings() {
      return List.of();
    }

    @Override
    public FocuserDriver create(DeviceContext context) {
      return new PlayedFocuser();
    }
  }

  private final class PlayedCamera implements CameraDriver {

    private final DeviceContext context;

    PlayedCamera(DeviceContext context) {
      this.context = context;
    }

    @Override
    public void connect() {}

    @Override
    public void abort() {}

    @Override
    public void close() {}

    @Override
    public CameraDescription description() {
      return new CameraDescription(
          "Played 40",
          40,
          30,
          4,
          9,
          Duration.ofMillis(10),
          Duration.ofHours(1),
          1.5,
          5,
          65535,
          0.6,
          0,
          false,
          false);
    }

    @Override
    public Frame expose(ExposureRequest request) throws DeviceException {
      shutter.at((int) request.exposure().toMillis());
      int width = request.roi().width() / request.binning();
      int height = request.roi().height() / request.binning();
      short[] pixels = new short[width * height];
      return new Frame(pixels, width, height, context.clock().instant(), request.exposure());
    }

    @Override
    public OptionalDouble sensorTemperatureCelsius() {
      return OptionalDouble.empty();
    }

    @Override
    public void setCoolerTargetCelsius(double targetCelsius) {}

    @Override
    public void coolerOff() {}
  }

  private final class PlayedFocuser implements FocuserDriver {
    @Override
    public void connect() {}

    @Override
    public void abort() {}

    @Override
    public void close() {}

    @Override
    public int minSteps() {
      return 0;
    }

    @Override
    public int maxSteps() {
      return 1000;
    }

    @Override
    public int positionSteps() {
      return steps;
    }

    @Override
    public void moveTo(int target) throws DeviceException {
      motor.at(target);
      steps = target;
    }

    @Override
    public OptionalDouble temperatureCelsius() {
      return OptionalDouble.empty();
    }
  }
}
