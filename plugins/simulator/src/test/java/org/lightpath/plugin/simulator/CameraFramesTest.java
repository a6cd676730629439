package org.lightpath.plugin.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lightpath.device.spi.CameraDriver;
import org.lightpath.device.spi.DeviceDriver;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FilterWheelDriver;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.Frame;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.MountDriver;
import org.lightpath.device.spi.Roi;

/** What is in the frames. Levels follow from the settings: bias 300 ADU, 1.2 e-/ADU, 7 e- rms. */
final class CameraFramesTest {

  private static final double VEGA_RA = 279.235;
  private static final double VEGA_DEC = 38.784;

  private final TwinSite site = TwinSite.atNight();
  private final List<DeviceDriver> open = new ArrayList<>();

  private <D extends DeviceDriver> D connected(D driver) throws DeviceException {
    open.add(driver);
    driver.connect();
    return driver;
  }

  @AfterEach
  void closeAll() {
    open.forEach(DeviceDriver::close);
  }

  @Test
  void biasHasItsLevelAndTheReadNoise() throws DeviceException {
    Frame bias = Frames.full(connected(site.camera()), FrameKind.BIAS, 0);
    assertThat(Frames.mean(bias)).isCloseTo(300, within(0.05));
    assertThat(Frames.deviation(bias)).isCloseTo(7 / 1.2, within(0.05));
  }

  @Test
  void noiseOfNeighbouringRowsHasNothingInCommon() throws DeviceException {
    Frame bias = Frames.full(connected(site.camera()), FrameKind.BIAS, 0);
    int width = bias.widthPixels();
    for (int shift = -4; shift <= 4; shift++) {
      double sum = 0;
      int count = 0;
      for (int y = 0; y < bias.heightPixels() - 1; y++) {
        for (int x = 4; x < width - 4; x++) {
          sum += (Frames.at(bias, x, y) - 300) * (Frames.at(bias, x + shift, y + 1) - 300);
          count++;
        }
      }
      double correlation = sum / count / ((7 / 1.2) * (7 / 1.2));
      assertThat(correlation).as("correlation at shift %d", shift).isCloseTo(0, within(0.006));
    }
  }

  @Test
  void darkCurrentDoublesEverySixDegrees() throws DeviceException {
    CameraDriver cold = connected(site.camera("dark-electrons-per-second", "10"));
    Frame dark = Frames.full(cold, FrameKind.DARK, 100);
    double celsius = cold.sensorTemperatureCelsius().getAsDouble();
    double electrons = 10 * 100 * Math.pow(2, celsius / 6);
    assertThat(celsius).isCloseTo(10, within(1.0));
    assertThat(Frames.mean(dark)).isCloseTo(300 + electrons / 1.2, within(1.0));
  }

  @Test
  void flatIsEvenUpToTheVignetting() throws DeviceException {
    Frame flat = Frames.full(connected(site.camera()), FrameKind.FLAT, 2);
    assertThat(mean(flat, 500, 24)).isCloseTo(300 + 20_000 / 1.2, within(30.0));
    assertThat(mean(flat, 0, 24)).isCloseTo(300 + 0.923 * 20_000 / 1.2, within(30.0));
  }

  private static double mean(Frame frame, int corner, int edge) {
    double sum = 0;
    for (int i = 0; i < edge * edge; i++) {
      sum += Frames.at(frame, corner + i % edge, corner + i / edge);
    }
    return sum / (edge * edge);
  }

  @Test
  void noiseOfFlatTellsTheGain() throws DeviceException {
    CameraDriver camera = connected(site.camera("vignetting-percent", "0"));
    Frame flat = Frames.full(camera, FrameKind.FLAT, 2);
    double variance = Frames.deviation(flat) * Frames.deviation(flat);
    double readVariance = (7 / 1.2) * (7 / 1.2);
    assertThat((Frames.mean(flat) - 300) / (variance - readVariance)).isCloseTo(1.2, within(0.01));
  }

  @Test
  void binningSumsLightAndReadsOnce() throws DeviceException {
    CameraDriver camera = connected(site.camera("vignetting-percent", "0"));
    Roi full = Roi.full(camera.description());
    Frame flat = Frames.take(camera, FrameKind.FLAT, 0.1, 3, full);
    assertThat(flat.widthPixels()).isEqualTo(341);
    assertThat(Frames.mean(flat)).isCloseTo(300 + 9 * 1000 / 1.2, within(1.0));
    Frame bias = Frames.take(camera, FrameKind.BIAS, 0, 4, full);
    assertThat(Frames.mean(bias)).isCloseTo(300, within(0.1));
    assertThat(Frames.deviation(bias)).isCloseTo(7 / 1.2, within(0.1));
  }

  @Test
  void skyHasTheBrightnessOfItsSetting() throws DeviceException {
    CameraDriver camera = connected(site.camera("vignetting-percent", "0"));
    connected(site.mount()).slewTo(230, 60);
    Frame light = Frames.full(camera, FrameKind.LIGHT, 60);
    double electrons = 60 * Math.pow(10, 0.4 * (23.5 - 21.3));
    int[] values = new int[light.pixels().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Short.toUnsignedInt(light.pixels()[i]);
    }
    Arrays.sort(values);
    double darkElectrons = 60 * 0.05 * Math.pow(2, 10 / 6.0);
    assertThat((double) values[values.length / 2])
        .isCloseTo(300 + (electrons + darkElectrons) / 1.2, within(8.0));
  }

  @Test
  void starsStandWhereTheDocumentedWcsSays() throws DeviceException {
    CameraDriver camera =
        connected(
            site.camera(
                "position-angle-degrees", "30", "mirrored", "true", "saturation-adu", "65535"));
    MountDriver mount = connected(site.mount());
    connected(site.filterWheel("filters", "dense:0.000001"));
    mount.slewTo(VEGA_RA, VEGA_DEC + 0.05);
    Frame light = Frames.full(camera, FrameKind.LIGHT, 0.5);
    double[] plane = southBy(0.05, 30, true);
    double x = 511.5 + plane[0];
    double y = 511.5 + plane[1];
    double[] seen = Frames.centroid(light, (int) x, (int) y, 12, 330);
    assertThat(seen[0]).as("x").isCloseTo(x, within(0.3));
    assertThat(seen[1]).as("y").isCloseTo(y, within(0.3));
  }

  /** Pixels from the centre of a star south of it, from the CD matrix of TangentPlane inverted. */
  private static double[] southBy(double degrees, double angle, boolean mirrored) {
    double eta = -Math.toDegrees(Math.tan(Math.toRadians(degrees))) * 3600;
    double p = Math.toRadians(angle);
    return new double[] {(mirrored ? -1 : 1) * Math.sin(p) * eta, Math.cos(p) * eta};
  }

  @Test
  void roiIsACutOfTheFullFrame() throws DeviceException {
    connected(site.mount()).slewTo(VEGA_RA, VEGA_DEC);
    CameraDriver camera = connected(site.camera("read-noise-electrons", "0"));
    Frame cut = Frames.take(camera, FrameKind.LIGHT, 1, 1, new Roi(500, 490, 40, 30));
    Frame full = Frames.full(camera, FrameKind.LIGHT, 1);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        double expected = Frames.at(full, 500 + x, 490 + y);
        assertThat((double) Frames.at(cut, x, y)).isCloseTo(expected, within(0.3 * expected));
      }
    }
  }

  @Test
  void starsSaturateAtTheSetting() throws DeviceException {
    connected(site.mount()).slewTo(VEGA_RA, VEGA_DEC);
    CameraDriver camera = connected(site.camera("saturation-adu", "40000"));
    Frame light = Frames.full(camera, FrameKind.LIGHT, 1);
    assertThat(Frames.at(light, 511, 511)).isEqualTo(40_000);
  }

  @Test
  void filterTakesItsPartOfTheLight() throws DeviceException {
    FilterWheelDriver wheel = connected(site.filterWheel("filters", "air,half:0.5"));
    CameraDriver camera = connected(site.camera());
    double open = Frames.mean(Frames.full(camera, FrameKind.FLAT, 1)) - 300;
    wheel.moveTo(1);
    double half = Frames.mean(Frames.full(camera, FrameKind.FLAT, 1)) - 300;
    assertThat(half / open).isCloseTo(0.5, within(0.001));
  }

  @Test
  void starsGrowWithTheDistanceFromBestFocus() throws DeviceException {
    connected(site.mount()).slewTo(VEGA_RA, VEGA_DEC);
    connected(site.filterWheel("filters", "dense:0.00001"));
    FocuserDriver focuser = connected(site.focuser());
    CameraDriver camera = connected(site.camera());
    int sharp = peak(camera);
    focuser.moveTo(26_000);
    int soft = peak(camera);
    focuser.moveTo(27_000);
    int softer = peak(camera);
    assertThat(sharp).isGreaterThan(3 * (soft - 300) / 2 + 300);
    assertThat(soft - 300).isGreaterThan(2 * (softer - 300));
  }

  private static int peak(CameraDriver camera) throws DeviceException {
    Frame frame = Frames.take(camera, FrameKind.LIGHT, 1, 1, new Roi(501, 501, 22, 22));
    int peak = 0;
    for (short pixel : frame.pixels()) {
      peak = Math.max(peak, Short.toUnsignedInt(pixel));
    }
    return peak;
  }

  @Test
  void firstLightShowsManyStarsOfDifferentBrightnessOnADarkSky() throws DeviceException {
    connected(site.mount()).slewTo(250.42, 36.46);
    Frame light = Frames.full(connected(site.camera()), FrameKind.LIGHT, 5);
    int bright = 0;
    int dark = 0;
    for (short pixel : light.pixels()) {
      int value = Short.toUnsignedInt(pixel);
      bright += value > 3000 ? 1 : 0;
      dark += value < 380 ? 1 : 0;
    }
    assertThat(bright).as("bright pixels").isGreaterThan(1000);
    assertThat(dark / (double) light.pixels().length).as("dark part").isGreaterThan(0.7);
  }

  @Test
  void sixteenMegapixelFrameNeedsLittleMoreThanItsPixels() throws DeviceException {
    CameraDriver camera = connected(site.camera("width-pixels", "4096", "height-pixels", "4096"));
    connected(site.mount()).slewTo(250.42, 36.46);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Frame light = Frames.full(camera, FrameKind.LIGHT, 5);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(light.pixels()).hasSize(4096 * 4096);
    assertThat(allocated / 1e6).as("MB allocated in all").isLessThan(80);
  }

  @Test
  void sameSeedClockAndCallsGiveTheSamePixels() throws DeviceException {
    Frame[] first = twoFrames(TwinSite.atNight(), "5");
    Frame[] again = twoFrames(TwinSite.atNight(), "5");
    Frame[] other = twoFrames(TwinSite.atNight(), "6");
    assertThat(again[0].pixels()).isEqualTo(first[0].pixels());
    assertThat(again[1].pixels()).isEqualTo(first[1].pixels());
    assertThat(first[1].pixels()).as("second frame").isNotEqualTo(first[0].pixels());
    assertThat(other[0].pixels()).as("other seed").isNotEqualTo(first[0].pixels());
  }

  private Frame[] twoFrames(TwinSite twin, String seed) throws DeviceException {
    CameraDriver camera = connected(twin.camera("seed", seed));
    connected(twin.mount()).slewTo(250.42, 36.46);
    connected(twin.focuser()).moveTo(25_100);
    Frame first = Frames.full(camera, FrameKind.LIGHT, 5);
    return new Frame[] {first, Frames.full(camera, FrameKind.LIGHT, 5)};
  }
}
