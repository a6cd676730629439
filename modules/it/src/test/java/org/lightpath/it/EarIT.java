package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the EAR, and that the server verifies tokens with the settings in its lib/. */
final class EarIT extends OnServer {

  @Test
  void itHoldsTheWarTheRarAndInLibTheSettingsAndTheDriver() throws IOException {
    try (ZipFile ear = new ZipFile(System.getProperty("lightpath.ear"))) {
      List<String> archives =
          ear.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.matches(".*\\.(jar|war|rar)"))
              .sorted()
              .toList();
      assertThat(archives)
          .containsExactly(
              "lib/lightpath-platform-settings.jar",
              "lib/postgresql.jar",
              "lightpath-api.war",
              "lightpath-broker.rar");
    }
  }

  @Test
  void aTokenIsVerified() {
    // Without the settings every request with a token is 500, and those without look healthy.
    assertThat(HUB.post("/jobs/newjob", "{}", HUB.token("ada")).statusCode()).isEqualTo(400);
    assertThat(HUB.post("/jobs/newjob", "{}", "no.such.token").statusCode()).isEqualTo(401);
  }
}
