package org.lightpath.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientAddressTest {

  private static final String PROXIES = "10.0.0.0/8, 2001:db8:1::/48";

  private final ClientAddress behindProxies =
      new ClientAddress(Optional.of(PROXIES), "X-Forwarded-For");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.9 | 198.51.100.1 | 203.0.113.9", // no proxy: its word counts for nothing
        "10.0.0.1 | 198.51.100.1 | 198.51.100.1",
        "10.0.0.1 | 192.0.2.66, 198.51.100.1 | 198.51.100.1", // the client's own claim before it
        "10.0.0.1 | 198.51.100.1, 10.9.9.9 | 198.51.100.1", // two proxies
        "10.0.0.1 | 198.51.100.1:4711 | 198.51.100.1",
        "2001:db8:1::1 | [2001:db8::17]:4711 | 2001:db8:0:0:0:0:0:17",
        "2001:db8:1::1 | 2001:db8::17 | 2001:db8:0:0:0:0:0:17",
        "10.0.0.1 | unknown | 10.0.0.1",
        "10.0.0.1 | 198.51.100.1, example.org | 10.0.0.1",
        "10.0.0.1 | '' | 10.0.0.1",
        "10.0.0.1 | 10.0.0.2 | 10.0.0.2", // a client among the proxies
      })
  void isTheFirstThatIsNoProxy(String peer, String header, String client) {
    assertThat(behindProxies.of(peer, List.of(header)).getHostAddress()).isEqualTo(client);
  }

  @Test
  void believesOfTheSchemeWhatAProxySays() {
    assertThat(behindProxies.schemeOf("10.0.0.1", "http", Optional.of("HTTPS"))).isEqualTo("https");
    assertThat(behindProxies.schemeOf("10.0.0.1", "http", Optional.empty())).isEqualTo("http");
    assertThat(behindProxies.schemeOf("203.0.113.9", "http", Optional.of("https")))
        .as("whoever is no proxy")
        .isEqualTo("http");
  }

  @Test
  void readsSeveralLinesAsOneList() {
    assertThat(behindProxies.of("10.0.0.1", List.of("192.0.2.66", "198.51.100.1, 10.0.0.2")))
        .hasToString("/198.51.100.1");
  }

  /** The lines are examples of RFC 7239 sections 4 and 6. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "for=192.0.2.43 | 192.0.2.43",
        "for=192.0.2.60;proto=http;by=203.0.113.43 | 192.0.2.60",
        "For=\"[2001:db8:cafe::17]:4711\" | 2001:db8:cafe:0:0:0:0:17",
        "for=198.51.100.1, for=192.0.2.43 | 192.0.2.43",
        "by=203.0.113.43;for=\"192.0.2.43:47011\" | 192.0.2.43",
        "for=\"_gazonk\" | 10.0.0.1",
        "for=unknown | 10.0.0.1",
        "proto=https | 10.0.0.1",
      })
  void readsTheStandardHeaderIfTheProxySetsThat(String header, String client) {
    ClientAddress standard = new ClientAddress(Optional.of(PROXIES), "Forwarded");

    assertThat(standard.of("10.0.0.1", List.of(header)).getHostAddress()).isEqualTo(client);
  }

  @Test
  void believesNobodyUnlessProxiesAreDeclared() {
    ClientAddress alone = new ClientAddress(Optional.empty(), "X-Forwarded-For");

    assertThat(alone.hasProxies()).isFalse();
    assertThat(alone.of("127.0.0.1", List.of("198.51.100.1"))).hasToString("/127.0.0.1");
  }

  @Test
  void refusesAnotherHeader() {
    assertThatThrownBy(() -> new ClientAddress(Optional.of(PROXIES), "X-Real-IP"))
        .hasMessageContaining("lightpath.http.proxy.header=X-Real-IP");
  }
}
