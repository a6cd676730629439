package org.lightpath.launcher.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataLockTest {

  @TempDir Path data;

  @Test
  void nobodyHoldsANewDirectory() throws IOException {
    assertThat(DataLock.holder(data)).isEmpty();
    assertThat(DataLock.holder(data.resolve("not-there"))).isEmpty();
  }

  @Test
  void aSecondProcessIsRefusedAndTheFirstIsNamed() throws IOException, InterruptedException {
    Process first = start();
    try {
      assertThat(answer(first)).isEqualTo("taken");
      DataLock.Holder holder = DataLock.holder(data).orElseThrow();
      assertThat(holder.pid()).hasValue(first.pid());
      assertThat(holder.what()).isEqualTo("a test");
      Process second = start();
      assertThat(answer(second)).isEqualTo("refused");
      second.destroyForcibly().waitFor();
    } finally {
      first.destroyForcibly().waitFor();
    }
  }

  @Test
  void theLockGoesWithAKilledProcess() throws IOException, InterruptedException {
    Process killed = start();
    assertThat(answer(killed)).isEqualTo("taken");
    killed.destroyForcibly().waitFor();
    assertThat(DataLock.holder(data)).isEmpty();
    try (DataLock mine = DataLock.take(data, "me").orElseThrow()) {
      assertThat(DataLock.take(data, "me again")).isEmpty();
    }
  }

  @Test
  void aLongerTextOfAnEarlierHolderLeavesNothing() throws IOException {
    Files.writeString(data.resolve("lightpath.lock"), "1234567890 a much longer description\n");
    try (DataLock mine = DataLock.take(data, "me").orElseThrow()) {
      String pid = Long.toString(ProcessHandle.current().pid());
      assertThat(data.resolve("lightpath.lock")).hasContent(pid + " me");
    }
  }

  @Test
  void aHolderThatLeftNoNameIsStillAHolder() {
    assertThat(DataLock.Holder.of("").toString()).isEqualTo("a process that left no name");
    assertThat(DataLock.Holder.of("17 Payara").toString()).isEqualTo("process 17 (Payara)");
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            LockHolderProgram.class.getName(),
            data.toString())
        .start();
  }

  private static String answer(Process process) throws IOException {
    BufferedReader said = process.inputReader();
    return said.readLine();
  }
}
