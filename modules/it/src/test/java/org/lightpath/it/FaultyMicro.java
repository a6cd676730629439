package org.lightpath.it;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The hub on Payara Micro that several classes share, with the site {@code tst} beside {@code saf}.
 * Started by the first that asks; it ends with this process.
 */
final class FaultyMicro {

  private static MicroHub hub;
  private static int acceptorPort;

  private FaultyMicro() {}

  /** The hub, ready. */
  static synchronized MicroHub hub() {
    if (hub == null) {
      try {
        acceptorPort = MicroHub.freePort();
        hub =
            new MicroHub("faulty")
                .withSite("faults/tst.properties")
                .with("lightpath.broker.acceptor", "tcp://127.0.0.1:" + acceptorPort)
                .with("lightpath.device-host.grace-time", "PT1S");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      hub.start().awaitReady();
    }
    return hub;
  }

  /** Where its embedded broker also takes programs from outside. */
  static int acceptorPort() {
    return acceptorPort;
  }
}
