package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A configuration that cannot be meant stops {@code ./lightpath up} with a sentence that helps. */
final class RefusalIT {

  private static final int FAILED = 1;
  private static final int PATIENCE_SECONDS = 150;

  @ParameterizedTest
  @CsvSource({
    "camera1.driver, smi, no plugin brings a driver 'smi', sim (camera)",
    "camera1.gian, 1.3, has no setting 'gian', (lightpath-simulator-",
    "camera1.readout-timeout, 30, is not an ISO-8601 duration longer than zero, such as PT60S",
  })
  void aWrongKeyStopsTheStartAndIsNamed(String key, String value, String sentence, String neighbour)
      throws Exception {
    MicroHub micro = new MicroHub("refusal");
    Path site = micro.config().resolve("sites/saf.properties");
    String whole = "lightpath.site.saf.device." + key;
    List<String> lines =
        Files.readAllLines(site).stream().filter(line -> !line.startsWith(whole + "=")).toList();
    Files.write(site, lines);
    Files.writeString(micro.config().resolve("mistake.properties"), whole + "=" + value + "\n");
    String said = refused(micro);
    assertThat(said).contains(sentence).contains(neighbour).contains(whole);
    assertThat(said.lines().filter(line -> line.contains(sentence))).as(said).hasSize(1);
  }

  @Test
  void oneDriverInTwoPluginsStopsTheStartAndBothAreNamed() throws Exception {
    MicroHub micro = new MicroHub("refusal");
    Path other = Files.createDirectories(micro.data.resolve("plugins/other"));
    Path simulator = MicroHub.ROOT.resolve("plugins/simulator/target/plugin/simulator");
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(simulator, "*.jar")) {
      for (Path jar : jars) {
        Files.copy(jar, other.resolve("copy-of-" + jar.getFileName()));
      }
    }
    assertThat(refused(micro))
        .contains("the id 'sim' is taken twice")
        .contains("of plugin other (copy-of-lightpath-simulator-")
        .contains("of plugin simulator (lightpath-simulator-");
  }

  /** What {@code ./lightpath up} says when it gives up. */
  private static String refused(MicroHub micro) throws IOException, InterruptedException {
    Process launcher = up(micro);
    try {
      assertThat(launcher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      launcher.destroy();
    }
    String said = Files.readString(output(micro));
    assertThat(launcher.exitValue()).as(said).isEqualTo(FAILED);
    return said;
  }

  private static Path output(MicroHub micro) {
    return micro.folder.resolve("output");
  }

  /** {@code ./lightpath up} without the script, which would look whether it should build. */
  private static Process up(MicroHub micro) throws IOException {
    Path target = MicroHub.ROOT.resolve("modules/launcher/target");
    String classPath =
        target.resolve("lightpath-launcher.jar") + File.pathSeparator + target.resolve("lib/*");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx48m",
            "-Dlightpath.home=" + MicroHub.ROOT,
            "-cp",
            classPath,
            "org.lightpath.launcher.Main",
            "up",
            "--config",
            micro.config().toString(),
            "--data",
            micro.data.toString(),
            "--port",
            Integer.toString(micro.port()))
        .redirectErrorStream(true)
        .redirectOutput(output(micro).toFile())
        .start();
  }
}
