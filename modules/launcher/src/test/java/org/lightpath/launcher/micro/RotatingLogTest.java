package org.lightpath.launcher.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RotatingLogTest {

  @TempDir Path folder;

  @Test
  void keepsFourOlderFilesAndNoMore() throws IOException {
    Path file = folder.resolve("logs/hub.log");
    try (RotatingLog log = RotatingLog.open(file, 10)) {
      for (int i = 0; i < 8; i++) {
        log.write(("line " + i + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(file).hasContent("line 7");
    assertThat(folder.resolve("logs/hub.log.1")).hasContent("line 6");
    assertThat(folder.resolve("logs/hub.log.4")).hasContent("line 3");
    assertThat(folder.resolve("logs/hub.log.5")).doesNotExist();
  }

  @Test
  void continuesAFileThatIsThere() throws IOException {
    Path file = folder.resolve("hub.log");
    for (String text : new String[] {"a\n", "b\n"}) {
      try (RotatingLog log = RotatingLog.open(file, 100)) {
        log.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(file).hasContent("a\nb");
  }
}
