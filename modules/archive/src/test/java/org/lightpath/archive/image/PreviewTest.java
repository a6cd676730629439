package org.lightpath.archive.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PreviewTest {

  @ParameterizedTest
  @CsvSource({
    // columns, rows, preview, thumbnail
    "300, 300, 300, 300, 128, 128",
    "2048, 1000, 1024, 500, 262, 128",
    "2049, 1000, 683, 334, 262, 128",
    "100, 3000, 34, 1000, 4, 128",
    "4000, 2, 1000, 1, 1024, 128",
    "1, 1, 1, 1, 128, 128"
  })
  void sizesAreBounded(int width, int height, int w, int h, int thumbW, int thumbH)
      throws IOException {
    Preview preview = preview(width, height, (x, y) -> x + y);

    assertSize(preview.jpeg(), w, h);
    assertSize(preview.png(), w, h);
    assertSize(preview.thumbnailJpeg(), thumbW, thumbH);
  }

  @Test
  void firstRowOfFitsIsAtTheBottom() throws IOException {
    // A bright spot at the lower left, nothing elsewhere but noise.
    Random random = new Random(3);
    BufferedImage picture =
        image(
            preview(200, 100, (x, y) -> (x < 20 && y < 10 ? 30_000 : 1000) + random.nextInt(50))
                .png());

    assertThat(level(picture, 5, 95)).isGreaterThan(200);
    assertThat(level(picture, 5, 5)).isLessThan(80);
    assertThat(level(picture, 195, 95)).isLessThan(80);
  }

  @Test
  void skyIsDarkAndFaintStarsAndCoresDiffer() throws IOException {
    BufferedImage cluster =
        image(
            Preview.of(FitsPixels.read(FitsFile.stream(FitsFile.resource("cluster.fits")))).png());
    int[] counts = new int[256];
    for (int y = 0; y < 300; y++) {
      for (int x = 0; x < 300; x++) {
        counts[level(cluster, x, y)]++;
      }
    }

    assertThat(share(counts, 0, 60)).as("dark sky").isBetween(0.5, 0.9);
    assertThat(share(counts, 60, 200)).as("faint stars").isBetween(0.1, 0.5);
    assertThat(share(counts, 250, 256)).as("burnt out").isLessThan(0.005);
    assertThat(share(counts, 200, 256)).as("bright cores").isGreaterThan(0.0005);
  }

  @ParameterizedTest
  @CsvSource({"NaN", "0", "65535"})
  void imageOfOneValueIsAPictureToo(float value) throws IOException {
    assertSize(preview(50, 40, (x, y) -> value).jpeg(), 50, 40);
  }

  @Test
  void pictureOfCompressedImageIsThatOfThePlainOne() throws IOException {
    byte[] plain =
        Preview.of(FitsPixels.read(FitsFile.stream(FitsFile.resource("cluster.fits")))).png();
    byte[] packed =
        Preview.of(FitsPixels.read(FitsFile.stream(FitsFile.resource("cluster_rice.fits")))).png();

    assertThat(packed).isEqualTo(plain);
  }

  @Test
  void stretchGoesFromBlackToWhiteWithoutASetback() {
    AsinhStretch stretch = new AsinhStretch(100, 10_000, 50);
    int before = 0;
    for (int value = 0; value <= 12_000; value += 10) {
      int level = stretch.level(value) & 0xFF;
      assertThat(level).isGreaterThanOrEqualTo(before);
      before = level;
    }

    assertThat(stretch.level(100)).isZero();
    assertThat(stretch.level(Float.NaN)).isZero();
    assertThat(stretch.level(10_000) & 0xFF).isEqualTo(255);
    // 255 * asinh(900 / 50) / asinh(9900 / 50), by hand: 255 * 3.5843 / 5.9814
    assertThat(stretch.level(1000) & 0xFF).isCloseTo(153, within(1));
  }

  /** Value of the pixel at a column and a row. */
  private interface Sky {
    float at(int x, int y);
  }

  private static Preview preview(int width, int height, Sky sky) throws IOException {
    ByteBuffer pixels = ByteBuffer.allocate(4 * width * height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.putFloat(sky.at(x, y));
      }
    }
    FitsFile file =
        new FitsFile()
            .header(
                "SIMPLE  = T",
                "BITPIX  = -32",
                "NAXIS   = 2",
                "NAXIS1  = " + width,
                "NAXIS2  = " + height)
            .data(pixels);
    return Preview.of(FitsPixels.read(file.stream()));
  }

  private static BufferedImage image(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  private static void assertSize(byte[] file, int width, int height) throws IOException {
    BufferedImage image = image(file);
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
  }

  private static int level(BufferedImage image, int x, int y) {
    return image.getRaster().getSample(x, y, 0);
  }

  private static double share(int[] counts, int from, int to) {
    double all = 0;
    double part = 0;
    for (int i = 0; i < counts.length; i++) {
      all += counts[i];
      part += i >= from && i < to ? counts[i] : 0;
    }
    return part / all;
  }
}
