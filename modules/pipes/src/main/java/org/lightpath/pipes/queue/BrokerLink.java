package org.lightpath.pipes.queue;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/**
 * How this application reaches the broker: the one inside the resource adapter, or a remote one.
 * The adapter reads the same settings.
 *
 * @param url {@code lightpath.broker.url}; {@code vm://0}, the embedded broker, if it is not set
 * @param user {@code lightpath.broker.user}, empty if the broker asks for none
 * @param password {@code lightpath.broker.password}, empty if the broker asks for none
 * @param disk where the embedded broker keeps its journal; empty with a remote one
 */
record BrokerLink(String url, String user, String password, Optional<Path> disk) {

  private static final String EMBEDDED = "vm://0";

  /** A call that the broker has not answered by then has failed. */
  private static final long CALL_MILLIS = 2_000;

  private static final int CONNECT_MILLIS = 2_000;

  /** A remote broker that says nothing for so long counts as gone. */
  private static final long SILENCE_MILLIS = 3_000;

  private static final long CHECK_MILLIS = 1_000;

  /** Longer bodies become files at the broker; 1 MiB of JSON takes 2 MiB as UTF-16. */
  private static final int LARGE_MESSAGE_BYTES = 3 << 20;

  static BrokerLink embedded(Path dataDirectory) {
    return new BrokerLink(EMBEDDED, "", "", Optional.of(dataDirectory));
  }

  static BrokerLink remote(String url, String user, String password) {
    return new BrokerLink(url, user, password, Optional.empty());
  }

  /** A locator whose calls end in time and never reconnect by themselves: {@link Broker} does. */
  ServerLocator locator() throws Exception {
    ServerLocator locator = ActiveMQClient.createServerLocator(url);
    if (!url.startsWith("vm:")) {
      locator.setConnectionTTL(SILENCE_MILLIS).setClientFailureCheckPeriod(CHECK_MILLIS);
      for (var server : locator.getStaticTransportConfigurations()) {
        server.getParams().putIfAbsent("connect-timeout-millis", CONNECT_MILLIS);
      }
    }
    return locator
        .setCallTimeout(CALL_MILLIS)
        .setCallFailoverTimeout(CALL_MILLIS)
        .setReconnectAttempts(0)
        .setInitialConnectAttempts(1)
        // The commit is the barrier.
        .setBlockOnDurableSend(false)
        .setBlockOnAcknowledge(false)
        .setAckBatchSize(0)
        .setMinLargeMessageSize(LARGE_MESSAGE_BYTES)
        // A taker holds no item that it was not asked for.
        .setConsumerWindowSize(0);
  }

  @Override
  public String toString() {
    // What stands behind the question mark may be a password of a key store.
    return url.equals(EMBEDDED) ? "embedded" : url.replaceFirst("\\?.*", "");
  }
}
