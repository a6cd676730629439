package org.lightpath.it;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The hub on Payara Micro that several classes share, with the site {@code tst} beside {@code saf}.
 * Started by the first that asks; it ends with this process.
 */
final class FaultyMicro {

  private static MicroHub hub;

  private FaultyMicro() {}

  /** The hub, ready. */
  static synchronized MicroHub hub() {
    if (hub == null) {
      try {
        hub =
            new MicroHub("faulty")
                .withSite("faults/tst.properties")
                .with("lightpath.device-host.grace-time", "PT1S");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      hub.start().awaitReady();
    }
    return hub;
  }
}
