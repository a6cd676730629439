package org.lightpath.platform.config;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a value must be, as its row in the table of keys words it before the first semicolon: {@code
 * duration}, {@code number A to B}, {@code whole number A to B}, {@code absolute path}, {@code one
 * of a, b}, {@code tz database name}, {@code http address}, {@code JDBC address}. Other words ask
 * for nothing: any text will do.
 *
 * @param words the words
 */
record ValueRule(String words) {

  private static final Pattern NUMBER =
      Pattern.compile("(whole )?number (-?[0-9.]+) to (-?[0-9.]+)");
  private static final String ONE_OF = "one of ";

  /** The rule in the text of a row's column. */
  static ValueRule in(String meaning) {
    return new ValueRule(meaning.split(";", 2)[0].strip());
  }

  /** What is wrong with {@code value}, to be read after "is"; empty if nothing is. */
  Optional<String> fault(String value) {
    Matcher number = NUMBER.matcher(words);
    if (number.matches()) {
      return numberFault(value, number);
    }
    if (words.startsWith(ONE_OF)) {
      List<String> allowed = List.of(words.substring(ONE_OF.length()).split(", "));
      return refusedUnless(allowed.contains(value), "none of " + String.join(", ", allowed));
    }
    return switch (words) {
      case "duration" ->
          refusedUnless(
              isDuration(value), "no ISO 8601 duration longer than zero, for example PT30S");
      case "absolute path" -> refusedUnless(isAbsolutePath(value), "no absolute path");
      case "tz database name" ->
          refusedUnless(
              isZone(value), "no name of the tz database, for example America/Denver or UTC");
      case "http address" ->
          refusedUnless(isHttp(value), "no address such as https://lightpath.example.org");
      case "JDBC address" -> jdbcFault(value);
      default -> Optional.empty();
    };
  }

  private static Optional<String> numberFault(String value, Matcher rule) {
    boolean whole = rule.group(1) != null;
    BigDecimal least = new BigDecimal(rule.group(2));
    BigDecimal most = new BigDecimal(rule.group(3));
    boolean holds;
    try {
      BigDecimal number = whole ? BigDecimal.valueOf(Long.parseLong(value)) : decimal(value);
      holds = number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    } catch (NumberFormatException e) {
      holds = false; // the sentence says what is wanted
    }
    return refusedUnless(
        holds, "no %snumber %s to %s".formatted(whole ? "whole " : "", least, most));
  }

  // The exponent of a BigDecimal may be 2^31: to compare it would fill the memory with digits.
  private static BigDecimal decimal(String value) {
    return BigDecimal.valueOf(Double.parseDouble(value));
  }

  /** H2 leaves the last half second of answered commits unwritten unless it is told not to. */
  private static Optional<String> jdbcFault(String value) {
    if (!value.startsWith("jdbc:")) {
      return Optional.of("no JDBC address, for example jdbc:postgresql://host:5432/lightpath");
    }
    return refusedUnless(
        !value.startsWith("jdbc:h2:") || value.toUpperCase(Locale.ROOT).contains(";WRITE_DELAY=0"),
        "an H2 address without ;WRITE_DELAY=0: a crash would lose answered requests");
  }

  private static boolean isDuration(String value) {
    try {
      Duration duration = Duration.parse(value);
      return !duration.isNegative() && !duration.isZero();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isAbsolutePath(String value) {
    try {
      return Path.of(value).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isZone(String value) {
    try {
      return ZoneId.of(value) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isHttp(String value) {
    try {
      URI uri = new URI(value);
      return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Optional<String> refusedUnless(boolean holds, String fault) {
    return holds ? Optional.empty() : Optional.of(fault);
  }
}
