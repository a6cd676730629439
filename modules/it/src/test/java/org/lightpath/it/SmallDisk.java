package org.lightpath.it;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A disk of its own in the machine's memory, small enough to be filled. Needs root. */
final class SmallDisk implements AutoCloseable {

  private static final int MEGABYTES = 512;

  private final Path folder;
  private final Path filler;

  private SmallDisk(Path folder) {
    this.folder = folder;
    this.filler = folder.resolve("filler");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "unmount " + folder));
  }

  /** Ends what a killed build has left there. */
  static void clear(Path folder) {
    if (Files.isDirectory(folder)) {
      run("umount", "--lazy", folder.toString());
    }
  }

  /** Mounts one; empty if this machine does not let us. */
  static Optional<SmallDisk> at(Path folder) throws IOException {
    Files.createDirectories(folder);
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", "" + folder);
    return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
  }

  /** Leaves not one byte free, whatever was freed meanwhile. */
  void fill() throws IOException {
    byte[] block = new byte[4096];
    FileStore store = Files.getFileStore(folder);
    while (store.getUsableSpace() > 0) {
      try (OutputStream out =
          Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        while (true) {
          out.write(block);
        }
      } catch (IOException e) {
        continue; // full, which is what was wanted
      }
    }
  }

  /** Gives the space back. */
  void free() throws IOException {
    Files.delete(filler);
  }

  @Override
  public void close() {
    run("umount", "--lazy", folder.toString());
  }

  private static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
