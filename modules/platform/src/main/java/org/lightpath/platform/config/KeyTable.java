package org.lightpath.platform.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every configuration key there is, read from the Markdown table that people read.
 *
 * @param keys in the order of the table
 */
public record KeyTable(List<KnownKey> keys) {

  private static final String RESOURCE = "/META-INF/lightpath/README.md";
  private static final String ROW_START = "| `lightpath.";
  private static final int MAX_DISTANCE = 6;

  /**
   * The table that was built in, a copy of {@code server-config/README.md}.
   *
   * @throws IOException if it was built without
   */
  public static KeyTable builtIn() throws IOException {
    try (InputStream table = KeyTable.class.getResourceAsStream(RESOURCE)) {
      if (table == null) {
        throw new IOException("this jar has no " + RESOURCE);
      }
      return parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Reads every row that starts with a key of ours: {@code | `key` | default | meaning | …}. */
  public static KeyTable parse(String markdown) {
    List<KnownKey> keys = new ArrayList<>();
    for (String line : markdown.lines().filter(it -> it.startsWith(ROW_START)).toList()) {
      String[] cells = line.split("\\|", -1);
      if (cells.length >= 5) {
        keys.add(new KnownKey(plain(cells[1]), plain(cells[2]), plain(cells[3])));
      }
    }
    return new KeyTable(List.copyOf(keys));
  }

  private static String plain(String cell) {
    return cell.replace("`", "").strip();
  }

  /** The row of a key; empty if the key is unknown. */
  public Optional<KnownKey> find(String key) {
    return keys.stream().filter(it -> it.matches(key)).findFirst();
  }

  /** The keys that stand for themselves, without a placeholder. */
  public List<String> single() {
    return keys.stream().filter(KnownKey::isSingle).map(KnownKey::pattern).toList();
  }

  /** The known key that an unknown one was probably meant to be; empty if none is near. */
  public Optional<String> nearest(String unknown) {
    return keys.stream()
        .map(it -> it.filledFrom(unknown))
        .filter(it -> distance(it, unknown) <= MAX_DISTANCE)
        .min(Comparator.comparingInt(it -> distance(it, unknown)));
  }

  /** Levenshtein distance: fewest insertions, deletions and changes of one character. */
  static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
