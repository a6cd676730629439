package org.lightpath.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.lightpath.bench.bare.BareApplication;
import org.lightpath.bench.bare.BareResource;

/** Payara Micro with one resource and nothing else, in a process with the hub's Java options. */
final class BareServer {

  private BareServer() {}

  /**
   * Starts it.
   *
   * @param hub process id of the hub whose options it takes
   * @param answer file with the JSON that it answers
   */
  static Process start(long hub, Path payaraMicro, Path folder, int port, Path answer)
      throws IOException {
    List<String> command = new ArrayList<>();
    for (String word : commandLine(hub)) {
      if (word.equals("-cp")) {
        break;
      }
      if (!word.startsWith("-XX:ErrorFile")) {
        command.add(word);
      }
    }
    command.add("-Dlightpath.bench.answer=" + answer);
    command.addAll(List.of("-jar", payaraMicro.toString(), "--nocluster", "--disablephonehome"));
    command.addAll(List.of("--rootdir", folder.resolve("bare").toString()));
    command.addAll(List.of("--port", Integer.toString(port), "--contextroot", "/"));
    command.addAll(List.of("--deploy", war(folder).toString()));
    File log = folder.resolve("bare.log").toFile();
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
  }

  private static List<String> commandLine(long pid) throws IOException {
    return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline")).split("\0"));
  }

  private static Path war(Path folder) throws IOException {
    Path war = folder.resolve("bare.war");
    try (OutputStream file = Files.newOutputStream(war);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Class<?> type : List.of(BareApplication.class, BareResource.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        zip.putNextEntry(new ZipEntry("WEB-INF/classes/" + name));
        try (InputStream code = type.getResourceAsStream("/" + name)) {
          code.transferTo(zip);
        }
      }
    }
    return war;
  }
}
