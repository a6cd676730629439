package org.lightpath.archive.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes, both ends included (RFC 9110 section 14.1.2). A first byte behind the last
 * one means that the object has no such bytes.
 */
record ByteRange(long first, long last) {

  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The range that {@code header} asks for of an object of {@code size} bytes; empty if it asks for
   * something that may be ignored: several ranges, another unit, nonsense.
   */
  static Optional<ByteRange> parse(String header, long size) {
    Matcher matcher = SINGLE.matcher(header.strip());
    if (!matcher.matches() || header.strip().equals("bytes=-")) {
      return Optional.empty();
    }
    if (matcher.group(1).isEmpty()) {
      long suffix = Long.parseLong(matcher.group(2));
      return Optional.of(new ByteRange(suffix == 0 ? size : Math.max(0, size - suffix), size - 1));
    }
    long first = Long.parseLong(matcher.group(1));
    long last =
        matcher.group(2).isEmpty()
            ? size - 1
            : Math.min(size - 1, Long.parseLong(matcher.group(2)));
    boolean backwards = !matcher.group(2).isEmpty() && Long.parseLong(matcher.group(2)) < first;
    return backwards ? Optional.empty() : Optional.of(new ByteRange(first, last));
  }

  boolean isUnsatisfiable() {
    return first > last;
  }

  long length() {
    return last - first + 1;
  }
}
