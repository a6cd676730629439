package org.lightpath.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PasswordPromptTest {

  @Test
  void readsTheFirstLineAsItIs() throws Exception {
    assertThat(firstLine("correct horse \nmore\n")).isEqualTo("correct horse ");
    assertThat(firstLine("größer\r\n")).isEqualTo("größer");
    assertThat(firstLine("no line break")).isEqualTo("no line break");
    assertThat(firstLine("")).isEmpty();
  }

  @Test
  void readsNoMoreThanAPasswordCanHave() throws Exception {
    assertThat(firstLine("x".repeat(1024))).hasSize(1024);
    assertThatThrownBy(() -> firstLine("x".repeat(1025)))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("1024 bytes");
  }

  private static String firstLine(String input) throws Exception {
    return PasswordPrompt.firstLine(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
  }
}
