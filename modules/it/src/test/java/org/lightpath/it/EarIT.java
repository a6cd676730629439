package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** What is in the EAR, and that the server verifies tokens with the settings in its lib/. */
final class EarIT extends OnServer {

  private static final String MARK = "_jar/not-scanned";

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

  /**
   * Without its folder a library is read for annotations at every start: docs/explanation/adr/0022.
   */
  @Test
  void noLibraryOfTheBrokerIsScanned() throws IOException {
    try (ZipFile ear = new ZipFile(System.getProperty("lightpath.ear"))) {
      Set<String> marks = new TreeSet<>();
      ear.stream().map(ZipEntry::getName).filter(it -> it.endsWith(MARK)).forEach(marks::add);
      Set<String> wanted = new TreeSet<>();
      var rar = new ZipInputStream(ear.getInputStream(ear.getEntry("lightpath-broker.rar")));
      for (ZipEntry entry = rar.getNextEntry(); entry != null; entry = rar.getNextEntry()) {
        String name = entry.getName();
        if (name.endsWith(".jar") && !name.equals("lightpath-broker.jar")) {
          wanted.add("lightpath-broker_rar__" + name.replace(".jar", MARK));
        }
      }
      assertThat(marks).isEqualTo(wanted).hasSizeGreaterThan(40);
    }
  }

  @Test
  void aTokenIsVerified() {
    // Without the settings every request with a token is 500, and those without look healthy.
    assertThat(HUB.post("/jobs/newjob", "{}", HUB.token("ada")).statusCode()).isEqualTo(400);
    assertThat(HUB.post("/jobs/newjob", "{}", "no.such.token").statusCode()).isEqualTo(401);
  }
}
