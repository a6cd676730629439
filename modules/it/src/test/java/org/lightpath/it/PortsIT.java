package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Server and Micro listen where the port table of server-config/README.md says, nowhere else. */
final class PortsIT extends OnServer {

  private static final Path README = MicroHub.ROOT.resolve("server-config/README.md");

  /** {@code | 8080 (`--port`) | 127.0.0.1 | what | Micro, Server |}. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\| *(?:\\d+ \\(`(--[a-z-]+)`\\)|by `([a-z.]+)`) *\\|([^|]*)\\|[^|]*\\|([^|]*)\\|");

  @BeforeEach
  void onLinux() {
    assumeTrue(Files.isDirectory(Path.of("/proc/net")), "skipped: no /proc on this system");
  }

  /**
   * The addresses in the table.
   *
   * @param values the ports that this start was given, by option or key
   */
  private static Set<String> allowed(String server, Map<String, Integer> values)
      throws IOException {
    Set<String> addresses = new TreeSet<>();
    Matcher row = ROW.matcher(Files.readString(README));
    while (row.find()) {
      String name = row.group(1) == null ? row.group(2) : row.group(1);
      if (row.group(4).contains(server) && values.containsKey(name)) {
        String host = row.group(3).strip().replace("loopback", "127.0.0.1");
        addresses.add(host + ":" + values.get(name));
      }
    }
    return addresses;
  }

  @Test
  void microListensOnlyWhereTheTableSaysAndWhereTheBrokersAcceptorIsConfigured()
      throws IOException {
    MicroHub micro = FaultyMicro.hub();
    Map<String, Integer> given =
        Map.of("--port", micro.port(), "lightpath.broker.acceptor", FaultyMicro.acceptorPort());
    assertThat(ListeningPorts.of(micro.pid())).isEqualTo(allowed("Micro", given)).hasSize(2);
  }

  @Test
  void theServerListensOnlyWhereTheTableSaysAndItsBrokerNowhere() throws IOException {
    Path domain = Path.of(System.getProperty("lightpath.it.dir"), "lightpath");
    long pid = Long.parseLong(Files.readString(domain.resolve("config/pid")).strip());
    Map<String, Integer> ports = new HashMap<>();
    ports.put("--port", HUB.base.getPort());
    ports.put("--admin-port", Integer.getInteger("lightpath.it.admin.port"));
    if (Tool.isInstalled("openssl")) {
      ports.put("--https-port", Integer.getInteger("lightpath.it.https.port"));
    }
    assertThat(ListeningPorts.of(pid)).isEqualTo(allowed("Server", ports)).isNotEmpty();
  }
}
