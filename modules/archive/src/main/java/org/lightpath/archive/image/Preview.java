package org.lightpath.archive.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.lightpath.platform.LightpathException;

/**
 * Pictures of an image for people: grey, right way up (the first row of FITS is the lowest), the
 * longer side at most 1024 pixels, and a thumbnail 128 pixels high. Averaged before it is
 * stretched; the sky is dark, faint stars are seen and bright cores are not burnt out. Immutable;
 * needs no display.
 */
public final class Preview {

  /** Longer side of the preview, in pixels. */
  public static final int MAX_SIDE = 1024;

  /** Height of the thumbnail, in pixels. */
  public static final int THUMBNAIL_HEIGHT = 128;

  private static final float JPEG_QUALITY = 0.9f;
  private static final double SKY_SHOWN = 0.7;
  private static final double LINEAR_SHARE = 1 / 3.0;
  private static final double WHITE_QUANTILE = 0.9995;

  private final BufferedImage medium;

  private Preview(BufferedImage medium) {
    this.medium = medium;
  }

  /**
   * Pictures of {@code image}, whose pixels are read; holds about 1 Mpixel at most.
   *
   * @throws LightpathException UNPROCESSABLE if the pixels cannot be read
   * @throws IOException if the image's stream fails
   */
  public static Preview of(FitsPixels image) throws IOException {
    BlockMean mean = BlockMean.of(image, MAX_SIDE);
    AsinhStretch stretch = stretch(mean.pixels());
    BufferedImage picture =
        new BufferedImage(mean.width(), mean.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] levels = levels(picture);
    for (int y = 0; y < mean.height(); y++) {
      int from = (mean.height() - 1 - y) * mean.width();
      for (int x = 0; x < mean.width(); x++) {
        levels[y * mean.width() + x] = stretch.level(mean.pixels()[from + x]);
      }
    }
    return new Preview(picture);
  }

  /** The preview as JPEG. */
  public byte[] jpeg() {
    return jpeg(medium);
  }

  /** The preview as PNG. */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write("png", medium, bytes);
    return bytes.toByteArray();
  }

  /** The thumbnail as JPEG. */
  public byte[] thumbnailJpeg() {
    return jpeg(thumbnail());
  }

  /**
   * Zscale gives the sky and its spread. Black lies a little below the sky, far enough that its
   * noise is not torn, and what is within a third of the spread is shown about linearly; white is
   * almost the brightest. The numbers are those that looked best on a star cluster and on a sparse
   * field.
   */
  private static AsinhStretch stretch(float[] pixels) {
    float[] finite = finiteSorted(pixels);
    if (finite.length == 0) {
      return new AsinhStretch(0, 0, 1);
    }
    Zscale zscale = Zscale.of(pixels);
    double median = finite[finite.length / 2];
    double black = median - SKY_SHOWN * (median - zscale.low());
    double white = Math.max(zscale.high(), finite[(int) (WHITE_QUANTILE * (finite.length - 1))]);
    double spread = zscale.high() - zscale.low();
    return new AsinhStretch(black, white, spread > 0 ? spread * LINEAR_SHARE : 1);
  }

  private static float[] finiteSorted(float[] pixels) {
    float[] finite = new float[pixels.length];
    int count = 0;
    for (float pixel : pixels) {
      if (Float.isFinite(pixel)) {
        finite[count++] = pixel;
      }
    }
    float[] sorted = Arrays.copyOf(finite, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** Each pixel the mean of what it covers; at most {@link #MAX_SIDE} wide. */
  private BufferedImage thumbnail() {
    int height = THUMBNAIL_HEIGHT;
    long wanted = Math.round((double) medium.getWidth() * height / medium.getHeight());
    int width = (int) Math.max(1, Math.min(MAX_SIDE, wanted));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    byte[] target = levels(small);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        target[y * width + x] = meanLevel(x, y, width, height);
      }
    }
    return small;
  }

  private byte meanLevel(int x, int y, int width, int height) {
    byte[] source = levels(medium);
    int left = (int) ((long) x * medium.getWidth() / width);
    int right = Math.max(left + 1, (int) ((x + 1L) * medium.getWidth() / width));
    int top = (int) ((long) y * medium.getHeight() / height);
    int bottom = Math.max(top + 1, (int) ((y + 1L) * medium.getHeight() / height));
    long sum = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        sum += source[row * medium.getWidth() + column] & 0xFF;
      }
    }
    return (byte) (sum / ((long) (right - left) * (bottom - top)));
  }

  private static byte[] levels(BufferedImage picture) {
    return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
  }

  private static byte[] jpeg(BufferedImage picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write("jpg", picture, bytes);
    return bytes.toByteArray();
  }

  private static void write(String format, BufferedImage picture, ByteArrayOutputStream bytes) {
    ImageWriter writer =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(picture), format).next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      if (format.equals("jpg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(JPEG_QUALITY);
      }
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), how);
    } catch (IOException e) {
      throw new UncheckedIOException("picture cannot be written to memory", e);
    } finally {
      writer.dispose();
    }
  }
}
