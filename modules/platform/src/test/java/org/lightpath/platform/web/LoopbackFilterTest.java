package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6761, section 6.3, and RFC 6890: what is this machine without asking a name server. */
final class LoopbackFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:8080",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.255.0.7:65535",
        "[::1]",
        "[::1]:8080",
        "[0:0:0:0:0:0:0:1]"
      })
  void thisMachineIs(String host) {
    assertThat(LoopbackFilter.isLoopback(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hub",
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "localhost:",
        "localhost:80:80",
        "localhost@evil.example",
        "0.0.0.0:8080",
        "[::]",
        "192.0.2.1",
        "2130706433",
        "0x7f.1",
        "127.1"
      })
  void anythingElseIsNot(String host) {
    assertThat(LoopbackFilter.isLoopback(host)).isFalse();
  }
}
