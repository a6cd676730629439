package org.lightpath.archive.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** FITS files for the tests: those in the resources, and such as are put together card by card. */
final class FitsFile {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** One of the files in {@code src/test/resources/fits}. */
  static byte[] resource(String name) throws IOException {
    try (InputStream in = FitsFile.class.getResourceAsStream("/fits/" + name)) {
      return in.readAllBytes();
    }
  }

  static InputStream stream(byte[] file) {
    return new ByteArrayInputStream(file);
  }

  /** Adds a header of these cards, with END and padding. */
  FitsFile header(String... cards) {
    for (String card : cards) {
      bytes.writeBytes("%-80s".formatted(card).getBytes(StandardCharsets.ISO_8859_1));
    }
    bytes.writeBytes("%-80s".formatted("END").getBytes(StandardCharsets.ISO_8859_1));
    return pad(' ');
  }

  /** Adds data with padding. */
  FitsFile data(ByteBuffer data) {
    bytes.writeBytes(data.array());
    return pad('\0');
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  InputStream stream() {
    return stream(bytes());
  }

  private FitsFile pad(char filler) {
    while (bytes.size() % 2880 != 0) {
      bytes.write(filler);
    }
    return this;
  }
}
