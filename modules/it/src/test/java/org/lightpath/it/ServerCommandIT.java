package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lightpath server} from the shell: domain, EAR, first exposure, stop. */
final class ServerCommandIT {

  private static final Path ROOT = Path.of(System.getProperty("lightpath.root"));
  private static final int MINUTES = 6;

  @TempDir private Path data;

  private String lightpath(String... words) throws IOException, InterruptedException {
    ProcessBuilder command = new ProcessBuilder(ROOT.resolve("lightpath").toString());
    command.command().addAll(List.of(words));
    command.command().addAll(List.of("--data", data.toString()));
    // The server goes on in the background and would keep a pipe open: a file ends with the script.
    Path output = data.resolveSibling(data.getFileName() + ".log");
    Process process = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    lightpath("server", "stop"); // no error if it does not run
  }

  @Test
  void makesADomainThatTakesAnExposureAndStops() throws IOException, InterruptedException {
    int port = MicroHub.freePort();
    String said =
        lightpath(
            "server",
            "--port",
            Integer.toString(port),
            "--admin-port",
            Integer.toString(MicroHub.freePort()),
            "--config",
            ROOT.resolve("server-config/development").toString());
    URI url = URI.create("http://127.0.0.1:" + port);
    assertThat(said).contains("deploying", "the hub is ready: " + url);

    JsonObject job = Observer.at(new HubClient(url)).gets("saf", "camera1", "0.5");
    assertThat(Observer.statusOf(job)).as(job.toString()).isEqualTo("COMPLETE");

    assertThat(lightpath("server", "stop")).contains("stopped");
    assertThat(data.resolve("server/lightpath/config/pid")).doesNotExist();
  }
}
