package org.lightpath.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;

/**
 * Port by which a device's images enter the archive; the feature {@code archive} implements it.
 * Thread-safe.
 */
public interface ImageIntake {

  /** Writes the content of one file. */
  @FunctionalInterface
  interface Content {
    /** Writes everything to {@code out} and leaves it open. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Allots the next base name {@code <site>-<camera>-YYYYMMDD-NNNNNNNN}; never the same one twice,
   * also across restarts.
   *
   * @param observingDay date at the site's last local noon
   */
  String allotBaseName(SiteCode site, String camera, LocalDate observingDay);

  /**
   * Stores {@code content} as {@code data/<fileName>} and records the image. Returns when object
   * and record are durable and the pipeline's notice is as durable as they are. Doing it again for
   * the same name changes nothing.
   *
   * @throws LightpathException NO_SPACE if the disk is full: then nothing is kept; INVALID_ARGUMENT
   *     if the name is not that of an image file
   */
  void accept(String fileName, Content content);

  /**
   * Whether {@code data/<fileName>} is stored. After a crash it completes what was begun for it
   * (record, notice) before it answers {@code true}.
   */
  boolean resume(String fileName);
}
