package org.lightpath.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.hub.HubClient;
import org.lightpath.launcher.hub.LogWatch;
import org.lightpath.launcher.hub.Readiness;
import org.lightpath.launcher.micro.MicroServer;
import org.lightpath.launcher.plugin.BundledPlugins;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;

/**
 * The command {@code server}: a Payara Server domain below the data directory, made and run by the
 * script {@code server-config/server}, which an institution may also use by itself.
 */
final class ServerCommand {

  private static final Duration READY_LIMIT = Duration.ofSeconds(180);
  private static final int DEFAULT_ADMIN_PORT = 4848;

  private final Arguments arguments;
  private final Installation installation;
  private final Console console;

  ServerCommand(Arguments arguments, Installation installation, Console console) {
    this.arguments = arguments;
    this.installation = installation;
    this.console = console;
  }

  int run() throws LaunchException, IOException, InterruptedException {
    Installation.require(installation.payaraServer());
    if (arguments.operands().contains("stop")) {
      script("stop", "--payara", installation.payaraServer(), "--domain-dir", domain());
      console.step("stopped");
      return 0;
    }
    Installation.require(installation.ear());
    Start start = Start.of(arguments, installation);
    int adminPort =
        arguments.option("admin-port").map(Integer::parseInt).orElse(DEFAULT_ADMIN_PORT);
    MicroServer.requireUnused(start.data());
    Start.requireFree(arguments.port(), "--port");
    Start.requireFree(adminPort, "--admin-port");
    BundledPlugins.install(installation.bundledPlugins(), start.plugins());
    LogWatch log = LogWatch.fromEndOf(domain().resolve("lightpath/logs/server.log"), console);
    console.step("starting Payara Server, domain " + domain().resolve("lightpath"));
    script(
        "start",
        "--payara",
        installation.payaraServer(),
        "--domain-dir",
        domain(),
        "--http-port",
        arguments.port(),
        "--admin-port",
        adminPort,
        "--data",
        start.data(),
        "--config",
        start.config(),
        "--plugins",
        start.plugins(),
        "--heap",
        arguments.option("heap").orElse("512m"),
        "--lock-agent",
        installation.launcher());
    console.step("deploying " + installation.ear());
    script(
        "deploy",
        "--payara",
        installation.payaraServer(),
        "--domain-dir",
        domain(),
        "--admin-port",
        adminPort,
        "--ear",
        installation.ear());
    new Readiness(new HubClient(start.url()), console, log).await(READY_LIMIT);
    console.step("the hub is ready: " + start.url());
    console.detail("it goes on in the background; ./lightpath server stop --data " + start.data());
    return 0;
  }

  private Path domain() {
    return arguments.data().resolve("server");
  }

  private void script(Object... words) throws LaunchException, IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(installation.serverConfig().resolve("server").toString());
    for (Object word : words) {
      command.add(word.toString());
    }
    Path output = Files.createDirectories(domain()).resolve("script.log");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new LaunchException(
          "server-config/server %s failed: %s"
              .formatted(words[0], lastLines(Files.readString(output))),
          "Look into " + domain().resolve("lightpath/logs/server.log") + ".");
    }
  }

  private static String lastLines(String text) {
    List<String> lines = text.lines().filter(it -> !it.isBlank()).toList();
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }
}
