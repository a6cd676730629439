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

    assertThat(FolderConfigSource.read(folder))
        .isEqualTo(
            Map.of(
                "lightpath.profile", "production",
                "lightpath.site.saf.name", "Äpfel–Ridge",
                "lightpath.site.saf.pipe.queue", ""));
  }

  @Test
  void refusesAKeyThatStandsInTwoFiles() throws IOException {
    write("a.properties", "lightpath.profile=production");
    write("sites/b.properties", "lightpath.profile=production");

    assertThatThrownBy(() -> FolderConfigSource.read(folder))
        .hasMessageContaining("lightpath.profile")
        .hasMessageContaining("b.properties");
  }

  @Test
  void namesAFileThatIsNotUtf8() throws IOException {
    Files.write(folder.resolve("a.properties"), new byte[] {'a', '=', (byte) 0xe4});

    assertThatThrownBy(() -> FolderConfigSource.read(folder)).hasMessageContaining("a.properties");
  }

  @Test
  void isEmptyWithoutTheFolder() {
    assertThat(FolderConfigSource.read(folder.resolve("absent"))).isEmpty();
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
