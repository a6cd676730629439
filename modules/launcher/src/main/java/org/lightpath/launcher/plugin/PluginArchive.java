package org.lightpath.launcher.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.lightpath.launcher.terminal.LaunchException;

/**
 * A plugin as its maker ships it: a zip with {@code plugin.properties} at its top or in its only
 * folder. Nothing in it is trusted: names are confined, counts and real sizes are bounded.
 */
final class PluginArchive {

  private static final int MAX_ENTRIES = 2000;
  private static final long MAX_BYTES = 256L << 20;
  private static final int BUFFER = 1 << 16;

  private final Path zip;
  private final long maxBytes;

  PluginArchive(Path zip) {
    this(zip, MAX_BYTES);
  }

  PluginArchive(Path zip, long maxBytes) {
    this.zip = zip;
    this.maxBytes = maxBytes;
  }

  /**
   * Unpacks it.
   *
   * @param staging an empty folder
   * @return the folder that holds {@code plugin.properties}: {@code staging} or its only child
   * @throws LaunchException if the file is no zip, or an entry leaves the folder, appears twice, or
   *     goes beyond a bound
   */
  Path unpackInto(Path staging) throws LaunchException, IOException {
    try (ZipFile archive = new ZipFile(zip.toFile(), StandardCharsets.UTF_8)) {
      if (archive.size() > MAX_ENTRIES) {
        throw refused("it has %d entries, at most %d are allowed", archive.size(), MAX_ENTRIES);
      }
      long written = 0;
      Set<String> names = new HashSet<>();
      Enumeration<? extends ZipEntry> entries = archive.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path target = placeOf(entry, staging);
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (!names.add(target.toString().toLowerCase(Locale.ROOT))) {
          throw refused("it holds %s twice", entry.getName());
        } else {
          Files.createDirectories(target.getParent());
          written += unpack(archive, entry, target, maxBytes - written);
        }
      }
    } catch (ZipException e) {
      throw refused("it cannot be read as a zip: %s", e.getMessage());
    }
    return top(staging);
  }

  private Path placeOf(ZipEntry entry, Path staging) throws LaunchException {
    String name = entry.getName();
    Path target = staging.resolve(name).normalize();
    boolean confined =
        target.startsWith(staging)
            && !name.startsWith("/")
            && name.indexOf('\\') < 0
            && name.chars().noneMatch(Character::isISOControl)
            && !List.of(name.split("/")).contains("..");
    if (!confined || target.equals(staging)) {
      throw refused("its entry '%s' would leave the plugin's folder", name);
    }
    return target;
  }

  // The sizes that a zip declares may lie: what counts is what comes out.
  private long unpack(ZipFile archive, ZipEntry entry, Path target, long room)
      throws IOException, LaunchException {
    long written = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = archive.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        written += count;
        if (written > room) {
          throw refused("it unpacks to more than %d bytes", maxBytes);
        }
        out.write(buffer, 0, count);
      }
    }
    return written;
  }

  private static Path top(Path staging) throws IOException {
    if (Files.exists(staging.resolve(PluginDescription.FILE))) {
      return staging;
    }
    try (Stream<Path> children = Files.list(staging)) {
      List<Path> found = children.toList();
      return found.size() == 1 && Files.isDirectory(found.get(0)) ? found.get(0) : staging;
    }
  }

  private LaunchException refused(String reason, Object... values) {
    return new LaunchException("Refused " + zip + ": " + reason.formatted(values) + ".");
  }
}
