package org.lightpath.platform.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The settings of the {@link ConfigFolder} that the system property {@code lightpath.config.dir}
 * names, read once.
 */
public final class FolderConfigSource implements ConfigSource {

  /** Above microprofile-config.properties (100), below environment (300) and system (400). */
  private static final int ORDINAL = 200;

  private final Map<String, ConfigFolder.Entry> entries;

  /** Reads the folder; without the system property there is nothing in it. */
  public FolderConfigSource() {
    String folder = System.getProperty("lightpath.config.dir", "");
    entries = folder.isEmpty() ? Map.of() : ConfigFolder.read(Path.of(folder)).entries();
  }

  @Override
  public Set<String> getPropertyNames() {
    return entries.keySet();
  }

  @Override
  public String getValue(String key) {
    ConfigFolder.Entry entry = entries.get(key);
    return entry == null ? null : entry.value();
  }

  @Override
  public String getName() {
    return "lightpath.config.dir";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
