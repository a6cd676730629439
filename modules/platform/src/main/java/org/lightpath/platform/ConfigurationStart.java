package org.lightpath.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.lightpath.platform.config.KeyTable;

/**
 * Stops the start at a key that nobody reads: a misspelt one would leave its default in force and
 * nobody would know.
 */
@ApplicationScoped
public class ConfigurationStart {

  @Inject private Config config;

  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    List<String> unknown = new ArrayList<>();
    for (ConfigSource source : config.getConfigSources()) {
      unknown.addAll(unknownIn(source, table()));
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", unknown));
    }
  }

  static List<String> unknownIn(ConfigSource source, KeyTable table) {
    return source.getPropertyNames().stream()
        .filter(key -> key.startsWith("lightpath."))
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
