package org.lightpath.launcher.micro;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log file with a bound: when it has grown to {@value #MAX_BYTES} bytes it becomes {@code .1},
 * the one before it {@code .2}, up to {@code .4}; older ones are deleted. Continues a file that is
 * there. Thread-safe.
 */
final class RotatingLog extends OutputStream {

  static final long MAX_BYTES = 10L << 20;
  private static final int KEPT = 4;

  private final Path file;
  private final long maxBytes;
  private OutputStream out;
  private long length;

  private RotatingLog(Path file, long maxBytes) throws IOException {
    this.file = file;
    this.maxBytes = maxBytes;
    reopen();
  }

  static RotatingLog open(Path file) throws IOException {
    return open(file, MAX_BYTES);
  }

  static RotatingLog open(Path file, long maxBytes) throws IOException {
    Files.createDirectories(file.getParent());
    return new RotatingLog(file, maxBytes);
  }

  private void reopen() throws IOException {
    out =
        new BufferedOutputStream(
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    length = Files.size(file);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int count) throws IOException {
    if (length > 0 && length + count > maxBytes) {
      rotate();
    }
    out.write(bytes, offset, count);
    length += count;
  }

  private void rotate() throws IOException {
    out.close();
    for (int i = KEPT; i > 0; i--) {
      Path from = i == 1 ? file : numbered(i - 1);
      if (Files.exists(from)) {
        Files.move(from, numbered(i), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    reopen();
  }

  private Path numbered(int number) {
    return file.resolveSibling(file.getFileName() + "." + number);
  }

  @Override
  public synchronized void flush() throws IOException {
    out.flush();
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
  }
}
