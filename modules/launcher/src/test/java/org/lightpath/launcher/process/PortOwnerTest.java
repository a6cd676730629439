package org.lightpath.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class PortOwnerTest {

  @TempDir Path proc;

  @Test
  @EnabledOnOs(OS.LINUX)
  void namesThisProcessAsOwnerOfItsPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortOwner.isFree(socket.getLocalPort())).isFalse();
      PortOwner owner = PortOwner.of(socket.getLocalPort()).orElseThrow();
      assertThat(owner.pid()).isEqualTo(ProcessHandle.current().pid());
      assertThat(owner.command()).contains("java");
    }
  }

  @Test
  void aClosedPortIsFree() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(PortOwner.isFree(port)).isTrue();
    assertThat(PortOwner.of(port)).isEmpty();
  }

  @Test
  void aConnectionFromThatPortIsNoListener() throws IOException {
    // Line format of proc(5): 1F90 is 8080, state 01 is ESTABLISHED, 0A is LISTEN.
    table("0100007F:1F90 00000000:0000 01");
    process(17, "socket:[4711]");
    assertThat(PortOwner.of(8080, proc)).isEmpty();
    table("0100007F:1F90 00000000:0000 0A");
    assertThat(PortOwner.of(8080, proc)).contains(new PortOwner(17, "sleep 60"));
  }

  @Test
  void anOwnerThatIsNotShownIsUnknown() throws IOException {
    table("0100007F:1F90 00000000:0000 0A");
    process(17, "socket:[4712]");
    assertThat(PortOwner.of(8080, proc)).isEmpty();
  }

  private void table(String addressesAndState) throws IOException {
    Path net = Files.createDirectories(proc.resolve("net"));
    Files.writeString(
        net.resolve("tcp"),
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
            + "   0: "
            + addressesAndState
            + " 00000000:00000000 00:00000000 00000000     0        0 4711 1 0 100 0 0 10 0\n");
  }

  private void process(int pid, String socket) throws IOException {
    Path files = Files.createDirectories(proc.resolve(pid + "/fd"));
    Files.createSymbolicLink(files.resolve("3"), Path.of(socket));
    Files.writeString(proc.resolve(pid + "/cmdline"), "sleep\u000060\u0000");
  }
}
