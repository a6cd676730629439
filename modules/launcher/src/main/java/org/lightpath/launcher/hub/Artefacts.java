package org.lightpath.launcher.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.lightpath.launcher.terminal.LaunchException;

/** Looks whether a fetched file is what its name says. */
final class Artefacts {

  private static final int FITS_BLOCK = 2880; // FITS Standard 4.0, section 3.1
  private static final String FITS_START = "SIMPLE  =                    T";
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private Artefacts() {}

  static void requireFits(Path file) throws LaunchException, IOException {
    byte[] expected = FITS_START.getBytes(StandardCharsets.US_ASCII);
    long size = Files.size(file);
    if (size == 0 || size % FITS_BLOCK != 0 || !Arrays.equals(start(file, 30), expected)) {
      throw new LaunchException(
          "%s (%d bytes) is no FITS file of whole %d-byte blocks."
              .formatted(file, size, FITS_BLOCK));
    }
  }

  static void requirePng(Path file) throws LaunchException, IOException {
    if (!Arrays.equals(start(file, PNG_START.length), PNG_START)) {
      throw new LaunchException(file + " is no PNG image.");
    }
  }

  private static byte[] start(Path file, int count) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(count);
    }
  }
}
