package org.lightpath.launcher;

import java.io.IOException;
import java.net.URI;
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
import org.lightpath.launcher.plugin.Folders;
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
  private static final int DEFAULT_HTTPS_PORT = 8443;
  private static final String LOOPBACK = "127.0.0.1";
  private static final String EVERY_ADDRESS = "0.0.0.0";

  /** SHA-256 of the EAR that the domain holds. */
  private static final String DEPLOYED = "deployed-ear.sha256";

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
      script("stop");
      console.step("stopped");
      return 0;
    }
    Installation.require(installation.ear());
    Start start = Start.of(arguments, installation);
    MicroServer.requireUnused(start.data());
    Start.requireFree(arguments.port(), "--port");
    Start.requireFree(adminPort(), "--admin-port");
    if (!arguments.tls().isEmpty()) {
      Start.requireFree(httpsPort(), "--https-port");
    }
    BundledPlugins.install(installation.bundledPlugins(), start.plugins());
    boolean deployed = removeOutdatedDomain();
    LogWatch log = LogWatch.fromEndOf(domain().resolve("lightpath/logs/server.log"), console);
    start(start);
    try {
      if (!deployed) {
        deploy();
      }
      new Readiness(new HubClient(here(start)), console, log).await(READY_LIMIT);
    } catch (LaunchException e) {
      script("stop"); // a failed deployment leaves its broker behind in the server
      throw e;
    }
    console.step("the hub is ready: " + here(start));
    console.detail("it goes on in the background; ./lightpath server stop --data " + start.data());
    return 0;
  }

  /**
   * Whether the domain is there and holds this very EAR; a domain with another one is deleted. It
   * holds nothing that must last, and a second deployment into it may keep classes of the first.
   */
  private boolean removeOutdatedDomain() throws IOException {
    Path made = domain().resolve("lightpath");
    Path record = domain().resolve(DEPLOYED);
    boolean current =
        Files.exists(made)
            && Files.exists(record)
            && Files.readString(record).equals(Folders.digestOfFile(installation.ear()));
    if (!current) {
      Folders.delete(made);
      Files.deleteIfExists(record);
    }
    return current;
  }

  private void start(Start start) throws LaunchException, IOException, InterruptedException {
    console.step("starting Payara Server, domain " + domain().resolve("lightpath"));
    List<Object> words = new ArrayList<>();
    List<Path> tls = arguments.tls();
    if (!tls.isEmpty()) {
      words.addAll(List.of("--tls", tls.get(0), tls.get(1), "--https-port", httpsPort()));
    }
    words.addAll(List.of("--address", address()));
    words.addAll(fixed(start));
    script("start", words.toArray());
  }

  /** What every start is told. */
  private List<Object> fixed(Start start) {
    return List.of(
        "--http-port",
        arguments.port(),
        "--admin-port",
        adminPort(),
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
  }

  private String address() {
    return arguments.option("address").orElse(LOOPBACK);
  }

  /** Where this machine reaches it by HTTP: with TLS that stays on the loopback address. */
  private URI here(Start start) {
    boolean elsewhere = arguments.tls().isEmpty() && !address().equals(EVERY_ADDRESS);
    return elsewhere
        ? URI.create("http://%s:%d".formatted(address(), arguments.port()))
        : start.url();
  }

  private int httpsPort() {
    return arguments.option("https-port").map(Integer::parseInt).orElse(DEFAULT_HTTPS_PORT);
  }

  private void deploy() throws LaunchException, IOException, InterruptedException {
    console.step("deploying " + installation.ear());
    script("deploy", "--admin-port", adminPort(), "--ear", installation.ear());
    Files.writeString(domain().resolve(DEPLOYED), Folders.digestOfFile(installation.ear()));
  }

  private int adminPort() {
    return arguments.option("admin-port").map(Integer::parseInt).orElse(DEFAULT_ADMIN_PORT);
  }

  private Path domain() {
    return arguments.data().resolve("server");
  }

  private void script(String verb, Object... words)
      throws LaunchException, IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(installation.serverConfig().resolve("server").toString());
    command.addAll(List.of(verb, "--payara", installation.payaraServer().toString()));
    command.addAll(List.of("--domain-dir", domain().toString()));
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
          "server-config/server %s failed: %s".formatted(verb, lastLines(Files.readString(output))),
          "Look into " + domain().resolve("lightpath/logs/server.log") + ".");
    }
  }

  private static String lastLines(String text) {
    List<String> lines = text.lines().filter(it -> !it.isBlank()).toList();
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
  }
}
