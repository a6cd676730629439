package org.lightpath.device.host;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.lightpath.device.spi.FocuserProvider;

/** A plugin jar, compiled from source at test time against the SPI alone. */
final class PluginJar {

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> services = new LinkedHashMap<>();
  private String left = "";

  /** A jar with one focuser provider {@code test.Provider}. */
  static PluginJar focuser(String id, int spiVersion, String settings) {
    return new PluginJar()
        .source("Provider", focuserSource(id, spiVersion, settings))
        .service(FocuserProvider.class, "test.Provider");
  }

  /** Source of a provider whose driver stands at 42 steps. */
  static String focuserSource(String id, int spiVersion, String settings) {
    return """
        package test;
        import java.util.List;
        import java.util.OptionalDouble;
        import org.lightpath.device.spi.*;
        public final class Provider implements FocuserProvider {
          public String id() { return "%s"; }
          public int spiVersion() { return %d; }
          public List<Setting> settings() { return List.of(%s); }
          public FocuserDriver create(DeviceContext context) {
            return new FocuserDriver() {
              public void connect() {}
              public void abort() {}
              public void close() {}
              public int minSteps() { return 0; }
              public int maxSteps() { return 100; }
              public int positionSteps() { return 42; }
              public void moveTo(int steps) {}
              public OptionalDouble temperatureCelsius() { return OptionalDouble.empty(); }
            };
          }
        }
        """
        .formatted(id, spiVersion, settings);
  }

  PluginJar source(String type, String code) {
    sources.put(type, code);
    return this;
  }

  PluginJar service(Class<?> kind, String provider) {
    services.put("META-INF/services/" + kind.getName(), provider);
    return this;
  }

  /** Compiles that class and leaves it out of the jar. */
  PluginJar without(String type) {
    left = type;
    return this;
  }

  /** Writes the jar. */
  void writeTo(Path jar) throws IOException, URISyntaxException {
    Path work = Files.createTempDirectory("plugin");
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-cp", spiClasses(), "-d", work.resolve("out").toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve(source.getKey() + ".java");
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    Files.createDirectories(work.resolve("out"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("the plugin of this test does not compile");
    }
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> classes = Files.walk(work.resolve("out"))) {
      for (Path compiled : classes.filter(Files::isRegularFile).sorted().toList()) {
        String name = work.resolve("out").relativize(compiled).toString();
        if (!name.equals("test/" + left + ".class")) {
          put(out, name, Files.readAllBytes(compiled));
        }
      }
      for (Map.Entry<String, String> service : services.entrySet()) {
        put(out, service.getKey(), service.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static String spiClasses() throws URISyntaxException {
    return Path.of(
            FocuserProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toString();
  }
}
