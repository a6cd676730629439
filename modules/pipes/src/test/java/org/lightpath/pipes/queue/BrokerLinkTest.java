package org.lightpath.pipes.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.junit.jupiter.api.Test;

final class BrokerLinkTest {

  @Test
  void everyCallEndsSoonerThanTheDeadlineOfFiveSeconds() throws Exception {
    try (ServerLocator locator = BrokerLink.remote("tcp://localhost:61616", "", "").locator()) {
      assertThat(locator.getCallTimeout()).isEqualTo(2_000);
      assertThat(locator.getReconnectAttempts()).isZero();
      assertThat(locator.getConnectionTTL()).isEqualTo(3_000);
      assertThat(locator.getStaticTransportConfigurations()[0].getParams())
          .containsEntry("connect-timeout-millis", 2_000);
    }
  }

  @Test
  void thePasswordIsNotShown() {
    assertThat(BrokerLink.remote("tcp://b:1", "user", "secret")).hasToString("tcp://b:1");
    assertThat(BrokerLink.embedded(Path.of("/data"))).hasToString("embedded");
  }
}
