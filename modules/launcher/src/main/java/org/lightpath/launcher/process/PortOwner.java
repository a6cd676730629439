package org.lightpath.launcher.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process that listens on a TCP port.
 *
 * @param pid its id
 * @param command its command line, cut to 120 characters
 */
public record PortOwner(long pid, String command) {

  private static final String LISTEN = "0A";
  private static final int MAX_COMMAND = 120;

  /** Whether nobody listens on that port of the loopback address. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Who listens on that port; empty where the system does not tell (other users' processes). */
  public static Optional<PortOwner> of(int port) {
    return of(port, Path.of("/proc"));
  }

  static Optional<PortOwner> of(int port, Path proc) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("net/tcp", "net/tcp6")) {
      sockets.addAll(listening(port, proc.resolve(table)));
    }
    if (sockets.isEmpty()) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        if (holdsAny(process, sockets)) {
          return Optional.of(
              new PortOwner(Long.parseLong(process.getFileName().toString()), command(process)));
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Set<String> listening(int port, Path table) {
    Set<String> inodes = new HashSet<>();
    String ending = ":%04X".formatted(port);
    try {
      for (String line : Files.readAllLines(table)) {
        String[] field = line.strip().split("\\s+");
        if (field.length > 9 && field[1].endsWith(ending) && field[3].equals(LISTEN)) {
          inodes.add("socket:[" + field[9] + "]");
        }
      }
    } catch (IOException e) {
      return inodes; // no such table here: not Linux, or no IPv6
    }
    return inodes;
  }

  private static boolean holdsAny(Path process, Set<String> sockets) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (pointsTo(file, sockets)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false; // another user's process, or one that has just ended
    }
  }

  private static boolean pointsTo(Path file, Set<String> sockets) {
    try {
      return sockets.contains(Files.readSymbolicLink(file).toString());
    } catch (IOException e) {
      return false; // closed since the listing
    }
  }

  private static String command(Path process) throws IOException {
    String line =
        new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
            .replace('\0', ' ')
            .strip();
    return line.length() <= MAX_COMMAND ? line : line.substring(0, MAX_COMMAND) + " …";
  }

  @Override
  public String toString() {
    return "process " + pid + " (" + command + ")";
  }
}
