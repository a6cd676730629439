package org.lightpath.launcher.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lightpath.launcher.terminal.LaunchException;

/**
 * Where the built parts of Lightpath lie.
 *
 * @param home the folder that holds the {@code lightpath} script
 */
public record Installation(Path home) {

  /** The web application. */
  public Path war() {
    return home.resolve("modules/api/target/lightpath.war");
  }

  /** The broker's resource adapter. */
  public Path rar() {
    return home.resolve("modules/broker/target/lightpath-broker.rar");
  }

  /** Both in one, for Payara Server. */
  public Path ear() {
    return home.resolve("ear/target/lightpath.ear");
  }

  /** Payara Server, unpacked. */
  public Path payaraServer() {
    return home.resolve("ear/target/payara6");
  }

  /** Payara Micro. */
  public Path payaraMicro() {
    return home.resolve("modules/launcher/target/payara/payara-micro.jar");
  }

  /** The launcher itself. */
  public Path launcher() {
    return home.resolve("modules/launcher/target/lightpath-launcher.jar");
  }

  /** The device SPI, for looking into plugins. */
  public Path deviceSpi() {
    return home.resolve("modules/launcher/target/lib/lightpath-device-spi.jar");
  }

  /** Start-up files of the servers and the configurations that come with Lightpath. */
  public Path serverConfig() {
    return home.resolve("server-config");
  }

  /** The folders of the plugins that come with Lightpath. */
  public List<Path> bundledPlugins() {
    return List.of(home.resolve("plugins/simulator/target/plugin/simulator"));
  }

  /**
   * Checks that files are there.
   *
   * @throws LaunchException naming the first that is not
   */
  public static void require(Path... files) throws LaunchException {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new LaunchException(file + " is not there.", "Start through ./lightpath: it builds.");
      }
    }
  }
}
