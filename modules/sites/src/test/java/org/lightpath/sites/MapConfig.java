package org.lightpath.sites;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Configuration from a map; an empty text is absent, as MicroProfile Config 3.1 has it. */
final class MapConfig implements Config {

  private final Map<String, String> values = new HashMap<>();

  /** A site with everything that it needs. */
  static MapConfig saf() {
    return new MapConfig()
        .with("latitude-degrees", "35.554389")
        .with("longitude-degrees", "-105.870028")
        .with("elevation-metres", "2194")
        .with("time-zone", "America/Denver");
  }

  /** With {@code lightpath.site.saf.<name>}. */
  MapConfig with(String name, String value) {
    return withKey("lightpath.site.saf." + name, value);
  }

  MapConfig withKey(String key, String value) {
    values.put(key, value);
    return this;
  }

  MapConfig without(String name) {
    values.remove("lightpath.site.saf." + name);
    return this;
  }

  @Override
  public <T> Optional<T> getOptionalValue(String key, Class<T> type) {
    return Optional.ofNullable(values.get(key)).filter(v -> !v.isEmpty()).map(type::cast);
  }

  @Override
  public <T> T getValue(String key, Class<T> type) {
    return getOptionalValue(key, type).orElseThrow();
  }

  @Override
  public ConfigValue getConfigValue(String key) {
    return new Value(key, values.get(key));
  }

  @Override
  public Iterable<String> getPropertyNames() {
    return values.keySet();
  }

  @Override
  public Iterable<ConfigSource> getConfigSources() {
    return List.of();
  }

  @Override
  public <T> Optional<Converter<T>> getConverter(Class<T> type) {
    return Optional.empty();
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    throw new IllegalArgumentException("this is no " + type);
  }

  private record Value(String getName, String getRawValue) implements ConfigValue {

    @Override
    public String getValue() {
      return getRawValue;
    }

    @Override
    public String getSourceName() {
      return "map";
    }

    @Override
    public int getSourceOrdinal() {
      return 100;
    }
  }
}
