package org.lightpath.platform.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The blocks are those of RFC 5737 and RFC 3849, which are set aside for examples. */
final class NetworksTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.0, true",
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.128, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "::/0, 203.0.113.9, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "192.0.2.0/24, ::ffff:192.0.2.1, true",
  })
  void holdsExactlyItsBlock(String network, String address, boolean inside) {
    Networks networks = Networks.parse("key", "198.51.100.0/24, " + network);

    assertThat(networks.contains(IpAddress.parse(address).orElseThrow())).isEqualTo(inside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1/24",
        "192.0.2.0/33",
        "192.0.2.0/-1",
        "192.0.2.0/",
        "192.0.2.0/24/8",
        "192.0.2",
        "192.0.02.0",
        "192.0.2.256",
        "2001:db8::1/32",
        "2001:db8::/129",
        "fe80::1%eth0",
        "1::2::3",
        "localhost",
        "example.org/24"
      })
  void refusesWhatIsNoNetwork(String text) {
    assertThatThrownBy(() -> Networks.parse("the.key", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the.key")
        .hasMessageContaining(text);
  }

  @Test
  void isEmptyWithoutAny() throws Exception {
    assertThat(Networks.parse("key", " , ").isEmpty()).isTrue();
    assertThat(Networks.parse("key", "").contains(InetAddress.getLoopbackAddress())).isFalse();
  }
}
