package org.lightpath.archive.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

final class FitsPixelsTest {

  @TempDir Path folder;

  /** Sums and values by astropy 5.2.1: data.sum(), data[0, 0], data[299, 0], data[150, 160]. */
  @ParameterizedTest
  @CsvSource({
    "cluster.fits, 12579430.0, 131.0, 121.0, 212.0",
    "cluster_rice.fits, 12579430.0, 131.0, 121.0, 212.0",
    "cluster_real.fits, 12483297.1124, 130.195007, 120.495003, 208.764999",
    "cluster_real_rice.fits, 12483813.0624, 131.065201, 119.486557, 209.892593"
  })
  void imagesReadAsInAstropy(String file, double sum, double first, double top, double inside)
      throws IOException {
    float[] pixels = read(FitsFile.resource(file));

    assertThat(sum(pixels)).isEqualTo(sum, within(0.02));
    assertThat(pixels[0]).isEqualTo((float) first, within(1e-5f));
    assertThat(pixels[299 * 300]).isEqualTo((float) top, within(1e-5f));
    assertThat(pixels[150 * 300 + 160]).isEqualTo((float) inside, within(1e-5f));
  }

  /** What CFITSIO's fpack makes of the integer image with each of its methods, lossless. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-r",
        "-h",
        "-g1",
        "-g2",
        "-p",
        "-r -w",
        "-g1 -w",
        "-r -t 70,40",
        "-h -t 100,16",
        "-g2 -t 7,300"
      })
  void integersComeBackFromEveryMethod(String options) throws Exception {
    assertThat(read(fpack("cluster.fits", options)))
        .isEqualTo(read(FitsFile.resource("cluster.fits")));
  }

  /** The same for floating point: quantized ones as CFITSIO's funpack restores them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-r",
        "-r -q0 4",
        "-r -qz1 4",
        "-r -q77 8",
        "-h -q1 4",
        "-g1 -q1 4",
        "-g2 -q1 4",
        "-g1 -q 0",
        "-g2 -q 0",
        "-r -q1 4 -t 70,40"
      })
  void realsComeBackFromEveryMethod(String options) throws Exception {
    byte[] packed = fpack("cluster_real.fits", options);
    Path unpacked = folder.resolve("unpacked.fits");
    run("/usr/bin/funpack", "-O", unpacked.toString(), folder.resolve("packed.fz").toString());

    float[] expected = read(Files.readAllBytes(unpacked));
    float[] pixels = read(packed);
    assertThat(pixels).hasSameSizeAs(expected);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(pixels[i]).as("pixel %d", i).isEqualTo(expected[i], within(1e-3f));
    }
  }

  @Test
  void storedIntegersBecomePhysicalValues() throws IOException {
    ByteBuffer stored = ByteBuffer.allocate(12);
    for (int value : new int[] {-32768, -1, 0, 1, 32767, -99}) {
      stored.putShort((short) value);
    }
    byte[] file =
        new FitsFile()
            .header(
                "SIMPLE  = T",
                "BITPIX  = 16",
                "NAXIS   = 3",
                "NAXIS1  = 3",
                "NAXIS2  = 2",
                "NAXIS3  = 1",
                "BZERO   = 32768.",
                "BSCALE  = 2.0D0",
                "BLANK   = -99")
            .data(stored)
            .bytes();

    assertThat(read(file)).containsExactly(-32768f, 32766f, 32768f, 32770f, 98302f, Float.NaN);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 32, 64, -32, -64})
  void everyPixelTypeIsRead(int bitpix) throws IOException {
    ByteBuffer stored = ByteBuffer.allocate(Math.abs(bitpix) / 8 * 2);
    for (int value : new int[] {200, 7}) {
      switch (bitpix) {
        case 8 -> stored.put((byte) value);
        case 32 -> stored.putInt(value);
        case 64 -> stored.putLong(value);
        case -32 -> stored.putFloat(value);
        default -> stored.putDouble(value);
      }
    }
    byte[] file =
        new FitsFile()
            .header(
                "SIMPLE  = T", "BITPIX  = " + bitpix, "NAXIS   = 2", "NAXIS1  = 1", "NAXIS2  = 2")
            .data(stored)
            .bytes();

    assertThat(read(file)).containsExactly(200f, 7f);
  }

  @Test
  void largerImageThanAllowedIsRefusedBeforeItsPixels() throws IOException {
    byte[] file = Arrays.copyOf(FitsFile.resource("cluster.fits"), 2 * 2880);

    assertThatThrownBy(() -> FitsPixels.read(FitsFile.stream(file), 89_999))
        .isInstanceOf(LightpathException.class)
        .hasMessage("FITS image has at least 90000 pixels, the limit is 89999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cluster.fits", "cluster_rice.fits"})
  void truncatedImageIsRefused(String name) throws IOException {
    byte[] file = FitsFile.resource(name);

    assertThatThrownBy(() -> read(Arrays.copyOf(file, file.length / 2)))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE))
        .hasMessageContaining("ends");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-r", "-h", "-g1", "-g2", "-p", "-h -t 300,300"})
  void damagedImagesAreReadOrRefusedAndNothingElse(String options) throws Exception {
    Random random = new Random(2);
    byte[] whole = fpack("cluster.fits", options);
    int refused = 0;
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      // Half of the rounds hit the headers, where a wrong number does most harm.
      int range = round % 2 == 0 ? damaged.length : 3 * 2880;
      for (int i = 0; i < 1 + round % 30; i++) {
        damaged[random.nextInt(range)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(read(damaged)).isNotEmpty();
      } catch (LightpathException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE);
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private byte[] fpack(String name, String options) throws Exception {
    Path plain = Files.write(folder.resolve("plain.fits"), FitsFile.resource(name));
    Path packed = folder.resolve("packed.fz");
    String command = "/usr/bin/fpack " + options + " -O " + packed + " " + plain;
    run(command.split(" "));
    return Files.readAllBytes(packed);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of(command[0])),
        "skipped: " + command[0] + " is not installed (Debian: libcfitsio-bin)");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static float[] read(byte[] file) throws IOException {
    return FitsPixels.read(FitsFile.stream(file)).toArray();
  }

  private static double sum(float[] pixels) {
    double sum = 0;
    for (float pixel : pixels) {
      sum += pixel;
    }
    return sum;
  }
}
