package org.lightpath.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lightpath.launcher.config.DefaultDatabase;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.micro.MicroServer;
import org.lightpath.launcher.micro.StartOrder;
import org.lightpath.launcher.terminal.LaunchException;

/**
 * The hub without what it does around a resource: no identity, no rule, no audit, no rate limit, no
 * metrics, no check of target or body. The WAR is the hub's; its filters are taken out.
 */
final class UnguardedHub {

  private static final String PLATFORM_CLASSES = "org/lightpath/platform";

  private UnguardedHub() {}

  /** Starts it with the Java options of {@code up}; below {@code folder}, which is empty. */
  static MicroServer start(Path home, Path folder, int port) throws IOException {
    Installation whole = new Installation(home);
    Installation bare = new Installation(folder.resolve("home"));
    link(whole.launcher().getParent(), bare.launcher().getParent());
    link(whole.rar(), bare.rar());
    link(whole.bundledPlugins().get(0).getParent(), bare.bundledPlugins().get(0).getParent());
    link(whole.serverConfig(), bare.serverConfig());
    Files.createDirectories(bare.war().getParent());
    strip(Files.copy(whole.war(), bare.war()));
    Path data = Files.createDirectories(folder.resolve("data"));
    Map<String, String> properties =
        Map.of(
            "lightpath.data.dir", data.toString(),
            "lightpath.config.dir", whole.serverConfig().resolve("development").toString(),
            "lightpath.plugins.dir", data.resolve("plugins").toString(),
            "lightpath.broker.adapter", "lightpath-broker",
            "lightpath.db.url", DefaultDatabase.url(data));
    try {
      return MicroServer.start(new StartOrder(data, port, bare.home(), properties), "512m", false);
    } catch (LaunchException e) {
      throw new IOException(e);
    }
  }

  private static void link(Path target, Path link) throws IOException {
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, target);
  }

  private static void strip(Path war) throws IOException {
    try (FileSystem inside = open(war)) {
      Path descriptor = inside.getPath("WEB-INF/web.xml");
      String text = Files.readString(descriptor);
      Files.writeString(
          descriptor, text.replaceAll("(?s)<filter(-mapping)?>.*?</filter(-mapping)?>", ""));
      Path jar = platformIn(inside.getPath("WEB-INF/lib"));
      Path outside = Files.createTempFile(war.getParent(), "platform", ".jar");
      Files.write(outside, Files.readAllBytes(jar));
      stripClasses(outside);
      Files.write(jar, Files.readAllBytes(outside));
      Files.delete(outside);
    }
  }

  private static Path platformIn(Path libraries) throws IOException {
    try (Stream<Path> jars = Files.list(libraries)) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("lightpath-platform"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void stripClasses(Path jar) throws IOException {
    try (FileSystem inside = open(jar);
        Stream<Path> all = Files.walk(inside.getPath(PLATFORM_CLASSES))) {
      List<Path> filters =
          all.filter(file -> file.toString().matches(".*/web/\\w+(Filter|Observer)\\.class"))
              .toList();
      for (Path filter : filters) {
        Files.delete(filter);
      }
    }
  }

  private static FileSystem open(Path archive) throws IOException {
    return FileSystems.newFileSystem(URI.create("jar:" + archive.toUri()), Map.of());
  }
}
