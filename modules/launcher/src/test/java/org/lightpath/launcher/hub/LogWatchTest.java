package org.lightpath.launcher.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;

final class LogWatchTest {

  @TempDir Path folder;
  private Path log;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @BeforeEach
  void anOldLog() throws IOException {
    log = folder.resolve("hub.log");
    Files.writeString(log, "SEVERE Exception while loading the app : an old story\n");
  }

  @Test
  void namesTheRootCauseOfAFailedDeployment() throws IOException, LaunchException {
    LogWatch watch = watch();
    watch.check();
    append("SEVERE javax: Exception while loading the app : CDI\n");
    append("Caused by: a.First: one\n\tat x\nCaused by: b.Second: cannot read the key\n");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                watch.check();
              }
            })
        .isInstanceOf(LaunchException.class)
        .hasMessage("The application did not start: b.Second: cannot read the key");
  }

  @Test
  void readsALogOfJsonObjectsToo() throws IOException, LaunchException {
    LogWatch watch = watch();
    watch.check();
    append(
        "{\"Level\":\"SEVERE\",\"LogMessage\":{\"Exception\":\"Exception while loading the app\","
            + "\"StackTrace\":\"x.Y: CDI\\n\\tat x\\nCaused by: a.First: one\\r\\n\\tat y\\n"
            + "Caused by: b.Second: cannot read \\\"the key\\\"\\n\\tat z\"}}\n");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                watch.check();
              }
            })
        .hasMessage("The application did not start: b.Second: cannot read \\\"the key\\\"");
  }

  @Test
  void aCauseThatTheLogNamesBeforeTheFailureCounts() throws IOException {
    LogWatch watch = watch();
    append("SEVERE web: LifecycleException\nCaused by: a.Root: no such zone\n");
    append("SEVERE javax: Exception while loading the app\n");
    append("INFO core: lightpath was successfully deployed in 1 milliseconds.\n");
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                watch.check();
              }
            })
        .hasMessage("The application did not start: a.Root: no such zone");
    assertThat(shown.size()).isZero();
  }

  @Test
  void causesWithoutAFailedDeploymentAreNoFailure() throws IOException, LaunchException {
    LogWatch watch = watch();
    append("WARNING something\nCaused by: java.io.IOException: no matter\n");
    for (int i = 0; i < 10; i++) {
      watch.check();
    }
    assertThat(shown.size()).isZero();
  }

  @Test
  void saysWhatTheServerHasDeployed() throws IOException, LaunchException {
    LogWatch watch = watch();
    append("INFO core: lightpath-broker was successfully deployed in 8,684 milliseconds.\n");
    watch.check();
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("deployed lightpath-broker");
  }

  @Test
  void aLineThatIsNotWholeYetIsReadLater() throws IOException, LaunchException {
    LogWatch watch = watch();
    append("INFO core: lightpath was succ");
    watch.check();
    append("essfully deployed in 1 milliseconds.\n");
    watch.check();
    assertThat(shown.toString(StandardCharsets.UTF_8)).contains("deployed lightpath");
  }

  private LogWatch watch() throws IOException {
    PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    return LogWatch.fromEndOf(log, new Console(out, out, Clock.systemUTC()));
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }
}
