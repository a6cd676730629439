package org.lightpath.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DefaultDatabaseTest {

  @Test
  void theServersScriptHoldsTheSameAddress() throws IOException {
    String script = Files.readString(Path.of("../../server-config/server"));
    assertThat(script).contains("value=\"" + DefaultDatabase.url(Path.of("$data")) + "\"");
  }
}
