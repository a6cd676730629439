package org.lightpath.launcher.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A plugin archive for tests, good or bad.
 *
 * @param entries contents by name
 */
record PluginZip(Map<String, byte[]> entries) {

  static PluginZip empty() {
    return new PluginZip(Map.of());
  }

  /** A plugin of that id that brings the filter wheel driver {@code test-echo}. */
  static PluginZip whole(String id) throws IOException {
    return empty()
        .with("plugin.properties", "id=" + id + "\nversion=1.2\nspi=1\n")
        .with("echo.jar", jar());
  }

  private static byte[] jar() throws IOException {
    String name = EchoFilterWheelProvider.class.getName();
    String file = name.replace('.', '/') + ".class";
    byte[] code;
    try (InputStream in = PluginZip.class.getResourceAsStream("/" + file)) {
      code = in.readAllBytes();
    }
    return zip(
        Map.of(
            file,
            code,
            "META-INF/services/org.lightpath.device.spi.FilterWheelProvider",
            name.getBytes(StandardCharsets.UTF_8)));
  }

  PluginZip with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  PluginZip with(String name, byte[] content) {
    Map<String, byte[]> more = new LinkedHashMap<>(entries);
    more.put(name, content);
    return new PluginZip(more);
  }

  PluginZip without(String name) {
    Map<String, byte[]> less = new LinkedHashMap<>(entries);
    less.remove(name);
    return new PluginZip(less);
  }

  PluginZip below(String prefix) {
    Map<String, byte[]> moved = new LinkedHashMap<>();
    entries.forEach((name, content) -> moved.put(prefix + name, content));
    return new PluginZip(moved);
  }

  byte[] content(String name) {
    return entries.get(name);
  }

  String digestOf(String name) throws IOException {
    Path file = Files.write(Files.createTempFile("plugin", null), content(name));
    try {
      return Folders.digestOfFile(file);
    } finally {
      Files.delete(file);
    }
  }

  Path write(Path folder) throws IOException {
    return Files.write(folder.resolve("plugin.zip"), zip(entries));
  }

  void unpack(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      Files.write(folder.resolve(entry.getKey()), entry.getValue());
    }
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
