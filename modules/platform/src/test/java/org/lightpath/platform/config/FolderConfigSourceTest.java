package org.lightpath.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.config.ConfigFolder.Entry;

final class FolderConfigSourceTest {

  private static final String PROPERTY = "lightpath.config.dir";

  @TempDir Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void readsTheFolderAndItsSites() throws IOException {
    write(
        "hub.properties", "lightpath.profile = production \nlightpath.site.saf.name=Äpfel–Ridge\n");
    write("sites/saf.properties", "# Denver\nlightpath.site.saf.pipe.queue=\n");
    write("sites/notes.txt", "lightpath.port=1");

    Path hub = folder.resolve("hub.properties");
    assertThat(ConfigFolder.read(folder).entries())
        .isEqualTo(
            Map.of(
                "lightpath.profile", new Entry("production", hub),
                "lightpath.site.saf.name", new Entry("Äpfel–Ridge", hub),
                "lightpath.site.saf.pipe.queue",
                    new Entry("", folder.resolve("sites/saf.properties"))));
  }

  @Test
  void refusesAKeyThatStandsInTwoFiles() throws IOException {
    write("a.properties", "lightpath.profile=production");
    write("sites/b.properties", "lightpath.profile=production");

    assertThatThrownBy(() -> ConfigFolder.read(folder))
        .hasMessageContainingAll("lightpath.profile", "a.properties", "b.properties");
  }

  @Test
  void namesAFileThatIsNotUtf8() throws IOException {
    Files.write(folder.resolve("a.properties"), new byte[] {'a', '=', (byte) 0xe4});

    assertThatThrownBy(() -> ConfigFolder.read(folder)).hasMessageContaining("a.properties");
  }

  @Test
  void isEmptyWithoutTheFolder() {
    assertThat(ConfigFolder.read(folder.resolve("absent")).entries()).isEmpty();
    assertThat(new FolderConfigSource().getPropertyNames()).isEmpty();
  }

  @Test
  void standsBetweenTheApplicationsDefaultsAndTheEnvironment() throws IOException {
    write("a.properties", "lightpath.profile=production");
    System.setProperty(PROPERTY, folder.toString());

    FolderConfigSource source = new FolderConfigSource();

    assertThat(source.getValue("lightpath.profile")).isEqualTo("production");
    assertThat(source.getValue("absent")).isNull();
    assertThat(source.getOrdinal()).isBetween(101, 299);
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
