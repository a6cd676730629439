package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that a newcomer types first, on Payara Micro, from the shell. */
final class DemoIT {

  private static final Path ROOT = Path.of(System.getProperty("lightpath.root"));

  @TempDir private Path data;

  private record Run(int exitCode, String output) {}

  private Run demo(String... more) throws IOException, InterruptedException {
    Path errors = data.resolveSibling(data.getFileName() + ".log");
    ProcessBuilder command =
        new ProcessBuilder(ROOT.resolve("lightpath").toString(), "demo", "--once");
    command.command().addAll(List.of("--json", "--data", data.toString()));
    command.command().addAll(List.of(more));
    Process process = command.redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static JsonObject json(Run run) {
    try (JsonReader reader = Json.createReader(new StringReader(run.output()))) {
      return reader.readObject();
    }
  }

  @Test
  void firstLightIsProvenTwiceOnTheSameData() throws IOException, InterruptedException {
    Run first = demo("--port", Integer.toString(freePort()));
    assertThat(first.exitCode()).as(first.output()).isZero();
    JsonObject summary = json(first);
    assertThat(summary.getBoolean("ok")).isTrue();
    assertThat(Path.of(summary.getString("fits"))).isNotEmptyFile();
    assertThat(Path.of(summary.getString("preview"))).isNotEmptyFile();
    assertThat(summary.getString("baseName")).endsWith("-00000001");
    Tool.require("fitsverify").runs("-q", summary.getString("fits")).says("verification OK");

    // The second start finds the data of the first: the exposures are numbered on.
    Run second = demo("--port", Integer.toString(freePort()));
    assertThat(json(second).getString("baseName")).endsWith("-00000002");
  }

  @Test
  void aBusyPortIsNamedBeforeAnythingStarts() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run run = demo("--port", Integer.toString(taken.getLocalPort()));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(json(run).getBoolean("ok")).isFalse();
      assertThat(run.output()).contains(Long.toString(ProcessHandle.current().pid()));
    }
  }
}
