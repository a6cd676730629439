package org.lightpath.platform.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One row of the table of keys.
 *
 * @param pattern the key; a segment in angle brackets stands for any one segment, a last segment
 *     {@code **} for any rest
 * @param defaultValue what holds when nothing is set, as the table words it
 * @param meaning what a value must be, in words that {@link ValueRule} knows, and its meaning
 */
public record KnownKey(String pattern, String defaultValue, String meaning) {

  /** Stands for a value that must not be shown. */
  public static final String MASK = "********";

  private static final String REST = "**";

  /** {@code //user:password@host}, {@code ;PASSWORD=x} and {@code ?password=x}. */
  private static final Pattern PASSWORD_IN_ADDRESS =
      Pattern.compile("(//[^/@:]*:(?=[^/@]*@)|(?i:password|passwd|pwd|secret|token)=)[^;&@]+");

  private static final Set<String> SECRETS =
      Set.of("password", "secret", "token", "credential", "credentials", "passphrase");

  /** Whether {@code key} is this key or one that the pattern stands for. */
  public boolean matches(String key) {
    List<String> wanted = segments(pattern);
    List<String> given = segments(key);
    boolean open = wanted.get(wanted.size() - 1).equals(REST);
    int fixed = open ? wanted.size() - 1 : wanted.size();
    if (open ? given.size() <= fixed : given.size() != fixed) {
      return false;
    }
    for (int i = 0; i < fixed; i++) {
      if (!isPlaceholder(wanted.get(i)) && !wanted.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The pattern with its placeholders filled from the same places of {@code key}. */
  String filledFrom(String key) {
    List<String> given = segments(key);
    List<String> wanted = segments(pattern);
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < wanted.size(); i++) {
      boolean open = isPlaceholder(wanted.get(i)) || wanted.get(i).equals(REST);
      filled.append(i == 0 ? "" : ".");
      filled.append(open && i < given.size() ? given.get(i) : wanted.get(i));
    }
    return filled.toString();
  }

  /**
   * What is wrong with {@code value} as the value of {@code key}, one sentence that never shows a
   * secret; empty if nothing is. An empty value counts as none (MicroProfile Config 3.1).
   */
  public Optional<String> fault(String key, String value) {
    return value.isBlank()
        ? Optional.empty()
        : ValueRule.in(meaning)
            .fault(value)
            .map(fault -> "%s=%s is %s".formatted(key, shown(key, value), fault));
  }

  /** Whether it stands for itself, without a placeholder. */
  boolean isSingle() {
    return segments(pattern).stream().noneMatch(it -> isPlaceholder(it) || it.equals(REST));
  }

  /** Whether the value must not be shown: the key's last word says what it is. */
  static boolean isSecret(String key) {
    return SECRETS.contains(key.substring(key.lastIndexOf('.') + 1).replaceFirst(".*-", ""));
  }

  /** The value as it may be shown: of a secret nothing, of an address all but its password. */
  public static String shown(String key, String value) {
    if (isSecret(key)) {
      return value.isEmpty() ? "" : MASK;
    }
    return PASSWORD_IN_ADDRESS.matcher(value).replaceAll("$1" + MASK);
  }

  /** Whether a plugin reads it: only its driver knows what of it is secret. */
  boolean isOfADriver() {
    return pattern.endsWith("." + REST);
  }

  private static boolean isPlaceholder(String segment) {
    return segment.startsWith("<") && segment.endsWith(">");
  }

  private static List<String> segments(String key) {
    return List.of(key.split("\\.", -1));
  }
}
