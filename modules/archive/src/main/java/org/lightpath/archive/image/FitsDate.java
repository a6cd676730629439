package org.lightpath.archive.image;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as FITS writes them (FITS Standard 4.0, section 4.4.2.1 and 9.1): {@code YYYY-MM-DD}, with
 * {@code Thh:mm[:ss[.s...]]} or without, a {@code Z} that the standard does not allow and people
 * write, and {@code DD/MM/YY} of the years 1900 to 1999. All taken as UTC.
 */
final class FitsDate {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::(\\d{2})(\\.\\d{0,20})?)?Z?)?");
  private static final Pattern OLD = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{2})");

  private FitsDate() {}

  /** The instant, cut to milliseconds; empty if {@code text} is no date. */
  static Optional<Instant> parse(String text) {
    Matcher iso = ISO.matcher(text.strip());
    Matcher old = OLD.matcher(text.strip());
    try {
      if (iso.matches()) {
        return Optional.of(instant(iso));
      }
      if (old.matches()) {
        int year = 1900 + number(old, 3);
        return Optional.of(at(LocalDateTime.of(year, number(old, 2), number(old, 1), 0, 0)));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty(); // the 31st of February
    }
  }

  private static Instant instant(Matcher iso) {
    // A leap second, 60, has no place in java.time: it counts as the second before.
    int second = number(iso, 6) == 60 ? 59 : number(iso, 6);
    LocalDateTime utc =
        LocalDateTime.of(
            number(iso, 1), number(iso, 2), number(iso, 3), number(iso, 4), number(iso, 5), second);
    String fraction = iso.group(7) == null ? "." : iso.group(7);
    return at(utc).plusMillis(Integer.parseInt((fraction + "000").substring(1, 4)));
  }

  private static Instant at(LocalDateTime utc) {
    return utc.toInstant(ZoneOffset.UTC);
  }

  private static int number(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
  }
}
