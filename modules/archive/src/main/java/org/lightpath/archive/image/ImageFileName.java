package org.lightpath.archive.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/**
 * Name of one file of an image: {@code <site>-<instrument>-<YYYYMMDD>-<8 digits>-<letters><2
 * digits>.<ext>[.<ext2>]}, for example {@code saf-camera1-20260214-00000001-EX00.fits.fz}.
 *
 * @param site site code, 2 to 16 letters or digits
 * @param instrument up to 32 letters, digits and {@code _.+,=@~()}; may be empty
 * @param day 8 digits, the observing night; not checked to be a date
 * @param number 8 digits
 * @param dataType 1 to 8 letters: {@code EX} exposure, {@code EF} focus, {@code EP} experimental
 * @param reductionLevel 2 digits: {@code 00} raw, {@code 10} preview, {@code 11} thumbnail
 * @param extension one or two words of 1 to 8 letters, without the first dot: {@code jpg}, {@code
 *     fits.fz}
 */
public record ImageFileName(
    String site,
    String instrument,
    String day,
    String number,
    String dataType,
    String reductionLevel,
    String extension) {

  private static final String GRAMMAR =
      "<site>-<instrument>-<YYYYMMDD>-<8 digits>-<letters><2 digits>.<ext>[.<ext2>]";

  private static final Pattern FORMAT =
      Pattern.compile(
          "([A-Za-z0-9]{2,16})-([\\p{L}\\p{N}_.+,=@~()]{0,32})"
              + "-([0-9]{8})-([0-9]{8})-([A-Za-z]{1,8})([0-9]{2})"
              + "\\.([A-Za-z]{1,8}(?:\\.[A-Za-z]{1,8})?)");

  /**
   * The parts of {@code fileName}.
   *
   * @throws LightpathException INVALID_ARGUMENT if the name has another form
   */
  public static ImageFileName parse(String fileName) {
    return find(fileName)
        .orElseThrow(
            () ->
                new LightpathException(
                    ErrorCode.INVALID_ARGUMENT,
                    "file name '%s' does not have the form %s"
                        .formatted(Text.shortened(fileName), GRAMMAR)));
  }

  /** The parts of {@code fileName}; empty if it has another form, in whole or in part. */
  public static Optional<ImageFileName> find(String fileName) {
    Matcher name = FORMAT.matcher(fileName);
    if (!name.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ImageFileName(
            name.group(1),
            name.group(2),
            name.group(3),
            name.group(4),
            name.group(5),
            name.group(6),
            name.group(7)));
  }

  /** The first four parts, which all files of an image share. */
  public String baseName() {
    return String.join("-", site, instrument, day, number);
  }

  /** The whole name. */
  public String fileName() {
    return baseName() + "-" + dataType + reductionLevel + "." + extension;
  }
}
