package org.lightpath.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrokerSettingsTest {

  @Test
  void withOnlyADataDirectoryTheBrokerIsEmbeddedBelowIt() {
    BrokerSettings settings = read(Map.of("lightpath.data.dir", "/var/lib/lightpath"));
    assertThat(settings.directory()).contains(Path.of("/var/lib/lightpath/broker"));
    assertThat(settings.acceptor()).isEmpty();
    assertThat(settings.url()).isEmpty();
  }

  @Test
  void everyKeyOfARemoteBrokerIsRead() {
    BrokerSettings settings =
        read(
            Map.of(
                "lightpath.broker.url", "tcp://broker:61616",
                "lightpath.broker.user", "hub",
                "lightpath.broker.password", "secret"));
    assertThat(settings.url()).contains("tcp://broker:61616");
    assertThat(settings.user()).isEqualTo("hub");
    assertThat(settings.password()).isEqualTo("secret");
    assertThat(settings.directory()).isEmpty();
    assertThat(settings).hasToString("remote broker at tcp://broker:61616 as 'hub'");
  }

  @Test
  void theAcceptorIsRead() {
    BrokerSettings settings =
        read(
            Map.of(
                "lightpath.data.dir", "/data",
                "lightpath.broker.acceptor", "tcp://127.0.0.1:61616"));
    assertThat(settings.acceptor()).contains("tcp://127.0.0.1:61616");
  }

  @Test
  void theEmbeddedBrokerNeedsADataDirectory() {
    assertThatThrownBy(() -> read(Map.of())).hasMessageContaining("lightpath.data.dir is not set");
    assertThatThrownBy(() -> read(Map.of("lightpath.data.dir", "./data")))
        .hasMessage("lightpath.data.dir=./data is not an absolute path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tcp://0.0.0.0:61616", "tcp://192.0.2.1:61616", "61616", "tcp://", "a b"})
  void theEmbeddedBrokerListensOnLoopbackOnly(String acceptor) {
    assertThatThrownBy(
            () ->
                read(Map.of("lightpath.data.dir", "/data", "lightpath.broker.acceptor", acceptor)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lightpath.broker.acceptor=" + acceptor);
  }

  @Test
  void anAcceptorBesideARemoteBrokerIsAMistake() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "lightpath.broker.url", "tcp://broker:61616",
                        "lightpath.broker.acceptor", "tcp://127.0.0.1:61616")))
        .hasMessageContaining("remove one of them");
  }

  private static BrokerSettings read(Map<String, String> properties) {
    return BrokerSettings.read(properties::get);
  }
}
