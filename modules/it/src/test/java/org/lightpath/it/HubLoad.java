package org.lightpath.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Clients that ask a hub for whatever it must keep, and some that take long over their request. */
final class HubLoad implements AutoCloseable {

  private static final int CLIENTS = 20;
  private static final int SLOW_CLIENTS = 8;

  private final Promises promises;
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final List<Socket> slow = new ArrayList<>();
  private volatile boolean running = true;

  /** Clients of that hub; what it answers goes into {@code promises}. */
  HubLoad(HubClient hub, Promises promises) throws IOException {
    this.promises = promises;
    String token = hub.token("ada");
    for (int i = 0; i < CLIENTS; i++) {
      int kind = i % 3;
      threads.submit(() -> ask(hub, token, kind));
    }
    RawHttp raw = new RawHttp(hub.base);
    for (int i = 0; i < SLOW_CLIENTS; i++) {
      Socket socket = raw.open();
      slow.add(socket);
      String route = i % 2 == 0 ? "/objects" : "/jobs/newjob";
      String type = "Content-Type: multipart/form-data; boundary=b";
      socket
          .getOutputStream()
          .write(
              (RawHttp.post(route, type, "Content-Length: 100000") + "--b\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void ask(HubClient hub, String token, int kind) {
    while (running) {
      try {
        switch (kind) {
          case 0 -> promises.askJob(hub, token);
          case 1 -> promises.askItem(hub);
          default -> promises.askObject(hub);
        }
        Thread.sleep(20); // twenty clients at once are load enough
      } catch (UncheckedIOException e) {
        running = hubIsThere(hub); // nothing was promised
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean hubIsThere(HubClient hub) {
    try (Socket socket = new Socket(hub.base.getHost(), hub.base.getPort())) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    running = false;
    threads.shutdownNow();
    try {
      threads.awaitTermination(40, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Socket socket : slow) {
      socket.close();
    }
  }
}
