package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetch standard, section 3.3: a wildcard and credentials exclude each other. */
final class CorsPolicyTest {

  private static CorsPolicy of(String... origins) {
    return new CorsPolicy(Optional.of(String.join(", ", origins)), Optional.empty());
  }

  @Test
  void nobodyMayUnlessConfigured() {
    assertThat(new CorsPolicy(Optional.empty(), Optional.empty()).allowed("https://a.example"))
        .isEmpty();
  }

  @Test
  void aNamedOriginMayWithCredentialsAndNoOther() {
    CorsPolicy policy = of("https://a.example", "http://localhost:5173");
    assertThat(policy.allowed("http://localhost:5173")).contains("http://localhost:5173");
    assertThat(policy.allowed("http://localhost:5174")).isEmpty();
    assertThat(policy.allowed("https://a.example.evil.org")).isEmpty();
    assertThat(policy.allowed("null")).isEmpty();
    assertThat(CorsPolicy.withCredentials("https://a.example")).isTrue();
  }

  @Test
  void theHubsOwnPagesMayBehindAProxyToo() {
    CorsPolicy policy =
        new CorsPolicy(Optional.empty(), Optional.of(URI.create("https://Hub.example:444/a/")));
    assertThat(policy.allowed("https://hub.example:444")).contains("https://hub.example:444");
    assertThat(policy.allowed("https://hub.example")).isEmpty();
  }

  @Test
  void anyOriginMayNeverWithCredentials() {
    assertThat(of("*").allowed("https://b.example")).contains("*");
    assertThat(CorsPolicy.withCredentials("*")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.example", "https://a.example/", "https://*.example", "null", "ftp://a", ""})
  void whatNoBrowserSendsStopsTheStart(String origin) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(origin))
        .withMessageContaining("'" + origin + "'");
  }
}
