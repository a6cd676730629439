package org.lightpath.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.lightpath.platform.config.KeyTable;

/**
 * Stops the start at a key that nobody reads, where a misspelt one would leave its default in force
 * and nobody would know, and at a value that its row of the table of keys does not allow.
 */
@ApplicationScoped
public class ConfigurationStart {

  private static final String OURS = "lightpath.";

  private Map<String, String> settings = Map.of();

  /** For the CDI proxy. */
  protected ConfigurationStart() {}

  /** Reads and checks every setting of ours; refuses with all that is wrong. */
  @Inject
  public ConfigurationStart(Config config) {
    KeyTable table = table();
    List<String> faults = new ArrayList<>();
    for (ConfigSource source : config.getConfigSources()) {
      faults.addAll(unknownIn(source, table));
    }
    SortedSet<String> keys = new TreeSet<>(table.single());
    config.getPropertyNames().forEach(keys::add);
    Map<String, String> found = new TreeMap<>();
    for (String key : keys.tailSet(OURS)) {
      ConfigValue value = config.getConfigValue(key);
      if (key.startsWith(OURS) && value.getRawValue() != null) {
        String text = Optional.ofNullable(value.getValue()).orElse("").strip();
        found.put(key, text);
        table
            .find(key)
            .flatMap(known -> known.fault(key, text))
            .ifPresent(fault -> faults.add(fault + " (" + value.getSourceName() + ")"));
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    settings = Map.copyOf(found);
  }

  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    // The container made this bean to call us: whatever is wrong has now been said.
  }

  /** Every setting of ours, checked; one that was written without a value is empty. */
  public Map<String, String> settings() {
    return settings;
  }

  static List<String> unknownIn(ConfigSource source, KeyTable table) {
    return source.getPropertyNames().stream()
        .filter(key -> key.startsWith(OURS))
        .filter(key -> table.find(key).isEmpty())
        .sorted()
        .map(key -> sentence(key, source, table))
        .toList();
  }

  private static String sentence(String key, ConfigSource source, KeyTable table) {
    return "%s (%s) is no key of Lightpath%s"
        .formatted(
            key,
            source.getName(),
            table.nearest(key).map(near -> "; did you mean " + near + "?").orElse(""));
  }

  private static KeyTable table() {
    try {
      return KeyTable.builtIn();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
