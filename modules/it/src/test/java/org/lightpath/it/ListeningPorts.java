package org.lightpath.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The TCP addresses on which a process of this machine listens, from {@code /proc} (Linux). */
final class ListeningPorts {

  private static final String LISTEN = "0A"; // TCP_LISTEN of the kernel's tcp_states.h

  private ListeningPorts() {}

  /** Each as {@code 127.0.0.1:8080}; IPv6 addresses in Java's spelling. */
  static Set<String> of(long pid) {
    Set<String> sockets = socketsOf(pid);
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> lines(Path.of("/proc/net", table)))
        .map(line -> line.strip().split("\\s+"))
        .filter(field -> field[3].equals(LISTEN) && sockets.contains("socket:[" + field[9] + "]"))
        .map(field -> address(field[1]))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> socketsOf(long pid) {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return files.map(ListeningPorts::target).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into process " + pid, e);
    }
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (NoSuchFileException e) {
      return "closed since the listing";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path table) {
    try {
      List<String> lines = Files.exists(table) ? Files.readAllLines(table) : List.of("header");
      return lines.stream().skip(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The kernel prints each 32-bit word of the address in the machine's own byte order. */
  private static String address(String hexadecimal) {
    int colon = hexadecimal.indexOf(':');
    ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(hexadecimal.substring(0, colon)));
    ByteBuffer bytes = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
    while (words.hasRemaining()) {
      bytes.putInt(words.getInt());
    }
    try {
      InetAddress address = InetAddress.getByAddress(bytes.array());
      return address.getHostAddress()
          + ":"
          + Integer.parseInt(hexadecimal.substring(colon + 1), 16);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
