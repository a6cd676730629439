package org.lightpath.launcher.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The lock on a data directory, the file {@code lightpath.lock} in it. The file names its holder
 * and stays when the lock is gone: only the lock counts. Closing the file anywhere in the holder's
 * process would drop the lock (POSIX), so that process never opens it a second time.
 */
public final class DataLock implements AutoCloseable {

  private static final String FILE = "lightpath.lock";
  private static final int MAX_BYTES = 1000;

  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Who holds the lock.
   *
   * @param pid process id; empty if the file does not tell
   * @param what what it is, for example {@code Payara Micro on port 8080}
   */
  public record Holder(OptionalLong pid, String what) {

    static Holder of(String text) {
      String[] words = text.strip().split(" ", 2);
      if (!words[0].matches("[0-9]{1,18}")) {
        return new Holder(OptionalLong.empty(), "");
      }
      return new Holder(
          OptionalLong.of(Long.parseLong(words[0])), words.length > 1 ? words[1] : "");
    }

    @Override
    public String toString() {
      String process =
          pid.isPresent() ? "process " + pid.getAsLong() : "a process that left no name";
      return what.isEmpty() ? process : process + " (" + what + ")";
    }
  }

  /**
   * Takes the lock for this process until {@link #close} or its end.
   *
   * @param data the data directory; made if it is not there
   * @param what what this process is, for the message that others show
   * @return the lock; empty if another process, or this one, holds it
   * @throws IOException if the directory cannot be made or the file cannot be written
   */
  public static Optional<DataLock> take(Path data, String what) throws IOException {
    Files.createDirectories(data);
    FileChannel channel =
        FileChannel.open(
            data.resolve(FILE),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (!locked(channel)) {
      channel.close();
      return Optional.empty();
    }
    channel.truncate(0);
    String line = ProcessHandle.current().pid() + " " + what + "\n";
    channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)), 0);
    channel.force(true);
    return Optional.of(new DataLock(channel));
  }

  /**
   * Who holds the lock now; empty if nobody does. Never called in the holder's own process.
   *
   * @throws IOException if the file is there and cannot be read
   */
  public static Optional<Holder> holder(Path data) throws IOException {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (locked(channel)) {
        return Optional.empty();
      }
      ByteBuffer text = ByteBuffer.allocate(MAX_BYTES);
      int length = Math.max(0, channel.read(text, 0));
      return Optional.of(Holder.of(new String(text.array(), 0, length, StandardCharsets.UTF_8)));
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Drops the lock. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
