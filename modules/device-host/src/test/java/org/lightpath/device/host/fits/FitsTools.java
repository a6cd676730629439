package org.lightpath.device.host.fits;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The FITS programs of other authors that judge our files; a test that misses one is skipped. */
final class FitsTools {

  private static final String PYTHON = "/usr/bin/python3";

  private FitsTools() {}

  /** What fitsverify says about a file. */
  static String fitsverify(Path file) throws IOException, InterruptedException {
    return run("/usr/bin/fitsverify", file.toString());
  }

  /** Unpacks {@code packed} to {@code plain} with CFITSIO. */
  static void funpack(Path packed, Path plain) throws IOException, InterruptedException {
    run("/usr/bin/funpack", "-O", plain.toString(), packed.toString());
  }

  /** Standard output of a Python program that may use astropy, without its last line break. */
  static String astropy(String program, Path... files) throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of(PYTHON)) && exitCode(PYTHON, "-c", "import astropy") == 0,
        "skipped: " + PYTHON + " with astropy is not installed (Debian: python3-astropy)");
    String[] command = new String[3 + files.length];
    command[0] = PYTHON;
    command[1] = "-c";
    command[2] = program;
    for (int i = 0; i < files.length; i++) {
      command[3 + i] = files[i].toString();
    }
    return run(command).strip();
  }

  private static String run(String... command) throws IOException, InterruptedException {
    assumeTrue(
        Files.isExecutable(Path.of(command[0])), "skipped: " + command[0] + " is not installed");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new AssertionError(command[0] + " ended with exit code " + exit + ":\n" + output);
    }
    return output;
  }

  private static int exitCode(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
