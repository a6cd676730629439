package org.lightpath.launcher.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JvmOptionsTest {

  @TempDir private Path logs;

  /** A virtual machine refuses to start with an option that it does not know. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thisJavaTakesThemWithoutAWord(boolean quick) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmOptions.of("512m", quick, logs));
    command.add("--version");
    Process java = new ProcessBuilder(command).start();
    String complaints = new String(java.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor()).as(complaints).isZero();
    assertThat(complaints).isEmpty();
  }

  @Test
  void theFirstCompilerWorksAloneOnlyInAQuickStart() {
    String alone = "-XX:TieredStopAtLevel=1";
    assertThat(JvmOptions.of("512m", true, logs)).contains(alone);
    assertThat(JvmOptions.of("512m", false, logs))
        .doesNotContain(alone)
        .contains("-XX:Tier4InvocationThreshold=50000");
  }
}
