package org.lightpath.test.device;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.lightpath.device.spi.CameraDescription;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.CameraProvider;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.ExposureRequest;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.Setting;

/**
 * A camera without hardware and without delay, for the tests of whoever uses cameras: 40 x 30
 * pixels, all 7 ADU, at -10 °C, no cooler.
 *
 * @param id its driver's id
 * @param shutter called as the shutter opens
 */
public record FakeCameraProvider(String id, Shutter shutter) implements CameraProvider {

  /** What happens as the shutter opens. */
  @FunctionalInterface
  public interface Shutter {
    /** Returns, or fails the exposure. */
    void open(Duration exposure) throws DeviceException;
  }

  /** One that nothing happens to. */
  public FakeCameraProvider(String id) {
    this(id, exposure -> {});
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
    return new FakeCamera(context, shutter);
  }

  private record FakeCamera(DeviceContext context, Shutter shutter) implements CameraDriver {

    @Override
    public void connect() {}

    @Override
    public void abort() {}

    @Override
    public void close() {}

    @Override
    public CameraDescription description() {
      return new CameraDescription(
          "Fake 40",
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
      shutter.open(request.exposure());
      int width = request.roi().width() / request.binning();
      int height = request.roi().height() / request.binning();
      short[] pixels = new short[width * height];
      Arrays.fill(pixels, (short) 7);
      return new Frame(pixels, width, height, context.clock().instant(), request.exposure());
    }

    @Override
    public OptionalDouble sensorTemperatureCelsius() {
      return OptionalDouble.of(-10);
    }

    @Override
    public void setCoolerTargetCelsius(double targetCelsius) {}

    @Override
    public void coolerOff() {}
  }
}
