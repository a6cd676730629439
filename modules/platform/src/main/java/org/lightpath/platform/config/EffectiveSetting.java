package org.lightpath.platform.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * A setting as it holds in this hub, fit to be shown.
 *
 * @param key the key
 * @param value its value, secrets masked; empty if nothing is set, so that the default holds
 * @param source name of the configuration source that it comes from; empty if nothing is set
 * @param defaultValue what holds otherwise, as the table of keys words it
 * @param meaning unit and meaning
 */
public record EffectiveSetting(
    String key,
    Optional<String> value,
    Optional<String> source,
    String defaultValue,
    String meaning) {

  private static final String OURS = "lightpath.";

  /** Every key that is set or that could be, by key; none that stands for many and is not set. */
  public static List<EffectiveSetting> all(Config config, KeyTable table) {
    Set<String> keys = new TreeSet<>();
    config.getPropertyNames().forEach(key -> keys.add(key));
    keys.removeIf(key -> !key.startsWith(OURS));
    table.keys().stream().filter(KnownKey::isSingle).map(KnownKey::pattern).forEach(keys::add);
    return keys.stream().flatMap(key -> of(key, config, table).stream()).toList();
  }

  private static Optional<EffectiveSetting> of(String key, Config config, KeyTable table) {
    ConfigValue set = config.getConfigValue(key);
    Optional<String> value = Optional.ofNullable(set.getValue());
    return table
        .find(key)
        .map(
            known ->
                new EffectiveSetting(
                    key,
                    value.map(text -> shown(known, key, text)),
                    value.map(text -> set.getSourceName()),
                    known.defaultValue(),
                    known.meaning()));
  }

  private static String shown(KnownKey known, String key, String value) {
    return known.isOfADriver() ? "(setting of a driver)" : KnownKey.shown(key, value);
  }
}
