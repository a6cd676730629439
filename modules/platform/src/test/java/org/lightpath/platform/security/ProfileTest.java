package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.network.ClientAddress;

final class ProfileTest {

  private static final String START = "start";

  @Test
  void productionDoesNotStartWithoutTlsOrProxy() {
    assertThatThrownBy(() -> profile("production", false, "").check(START))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("--tls CERT KEY")
        .hasMessageContaining("lightpath.http.proxy.networks");
  }

  @Test
  void productionStartsWithEither() {
    assertThatCode(() -> profile("production", true, "").check(START)).doesNotThrowAnyException();
    assertThatCode(() -> profile("production", false, "192.0.2.1").check(START))
        .doesNotThrowAnyException();
  }

  @Test
  void developmentNeedsNeither() {
    assertThatCode(() -> profile("development", false, "").check(START)).doesNotThrowAnyException();
  }

  private static Profile profile(String name, boolean tls, String proxies) {
    return new Profile(name, tls, new ClientAddress(Optional.of(proxies), "X-Forwarded-For"));
  }
}
