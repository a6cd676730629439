package org.lightpath.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.platform.config.KeyTable;

final class ConfigurationTest {

  private static final KeyTable TABLE =
      KeyTable.parse("| `lightpath.db.url` | a | b | c |\n| `lightpath.db.user` | a | b | c |\n");

  @TempDir Path directory;

  @BeforeEach
  void twoFiles() throws IOException {
    Files.createDirectories(directory.resolve("sites"));
    Files.writeString(
        directory.resolve("lightpath.properties"),
        "lightpath.db.url = jdbc:postgresql://h:5432/d \nlightpath.profile=production\n");
    Files.writeString(
        directory.resolve("sites/saf.properties"), "lightpath.site.saf.name=Zürich\n");
  }

  @Test
  void everyValueKnowsWhereItComesFrom() throws LaunchException {
    Configuration read = Configuration.read(directory, Map.of("LIGHTPATH_DB_USER", "lp"), TABLE);
    assertThat(read.settings().values())
        .containsExactly(
            new Setting(
                "lightpath.db.url",
                "jdbc:postgresql://h:5432/d",
                directory.resolve("lightpath.properties").toString()),
            new Setting("lightpath.db.user", "lp", "environment LIGHTPATH_DB_USER"),
            new Setting(
                "lightpath.profile",
                "production",
                directory.resolve("lightpath.properties").toString()),
            new Setting(
                "lightpath.site.saf.name",
                "Zürich",
                directory.resolve("sites/saf.properties").toString()));
  }

  @Test
  void theEnvironmentWinsOverAFile() throws LaunchException {
    Configuration read =
        Configuration.read(
            directory,
            Map.of("LIGHTPATH_DB_URL", "jdbc:h2:x", "LIGHTPATH_SITE_SAF_NAME", "other"),
            TABLE);
    assertThat(read.value("lightpath.db.url")).contains("jdbc:h2:x");
    assertThat(read.value("lightpath.site.saf.name")).contains("other");
  }

  @Test
  void onlyDatabaseAndBrokerAreForTheServer() throws LaunchException {
    assertThat(Configuration.read(directory, Map.of(), TABLE).forTheServer())
        .containsExactly(Map.entry("lightpath.db.url", "jdbc:postgresql://h:5432/d"));
  }

  @Test
  void aKeyInTwoFilesIsRefusedNamingBoth() throws IOException {
    Files.writeString(directory.resolve("sites/b.properties"), "lightpath.site.saf.name=b\n");
    assertThatThrownBy(() -> Configuration.read(directory, Map.of(), TABLE))
        .isInstanceOf(LaunchException.class)
        .hasMessageContainingAll("lightpath.site.saf.name", "saf.properties", "b.properties");
  }

  @Test
  void aDirectoryWithoutFilesIsRefused() {
    assertThatThrownBy(() -> Configuration.read(directory.resolve("x"), Map.of(), TABLE))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("holds no settings");
  }
}
