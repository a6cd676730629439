package org.lightpath.platform.config;

import java.util.List;
import java.util.Set;

/**
 * One row of the table of keys.
 *
 * @param pattern the key; a segment in angle brackets stands for any one segment, a last segment
 *     {@code **} for any rest
 * @param defaultValue what holds when nothing is set, as the table words it
 * @param meaning unit and meaning
 */
public record KnownKey(String pattern, String defaultValue, String meaning) {

  private static final String REST = "**";
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

  /** Whether the value must not be shown: the key's last word says what it is. */
  public static boolean isSecret(String key) {
    return SECRETS.contains(key.substring(key.lastIndexOf('.') + 1).replaceFirst(".*-", ""));
  }

  private static boolean isPlaceholder(String segment) {
    return segment.startsWith("<") && segment.endsWith(">");
  }

  private static List<String> segments(String key) {
    return List.of(key.split("\\.", -1));
  }
}
