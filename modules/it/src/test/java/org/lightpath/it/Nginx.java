package org.lightpath.it;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A real nginx before a hub, with the file that server-config offers. */
final class Nginx implements AutoCloseable {

  static final Path PROGRAM = Path.of("/usr/sbin/nginx");

  private static final String WHOLE =
      """
      worker_processes 1;
      daemon off;
      pid nginx.pid;
      error_log error.log warn;
      events {}
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
      %s
      }
      """;

  private final Process process;

  /**
   * Starts it.
   *
   * @param folder where it may write
   * @param hub host and port of the hub
   * @param port where it listens
   */
  Nginx(Path folder, String hub, int port, Path certificate, Path key) throws IOException {
    Path offered = MicroHub.ROOT.resolve("server-config/nginx/lightpath.conf");
    String here =
        Files.readString(offered)
            .replace("127.0.0.1:8080", hub)
            .replace("listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;")
            .replace("  listen [::]:443 ssl;\n", "")
            .replace("/etc/ssl/lightpath/certificate.pem", certificate.toString())
            .replace("/etc/ssl/lightpath/key.pem", key.toString());
    Files.createDirectories(folder);
    Path file = folder.resolve("nginx.conf");
    Files.writeString(file, WHOLE.formatted(here));
    process =
        new ProcessBuilder(PROGRAM.toString(), "-p", folder.toString(), "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.log").toFile())
            .start();
    HubClient.await(
        "nginx on port " + port + ", " + folder,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError("nginx ended: " + outputIn(folder));
          }
          return listens(port);
        },
        up -> up);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String outputIn(Path folder) {
    try {
      return Files.readString(folder.resolve("output.log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
