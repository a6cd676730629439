package org.lightpath.jobs;

import java.util.List;
import java.util.OptionalDouble;
import org.lightpath.device.spi.CameraProvider;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.FocuserProvider;
import org.lightpath.device.spi.Setting;
import org.lightpath.test.device.FakeCameraProvider;

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

  /** Makes the camera. */
  CameraProvider cameras() {
    return new FakeCameraProvider("played", exposure -> shutter.at((int) exposure.toMillis()));
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
