package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Credentials;

final class RequestCredentialsTest {

  private final PlainRequest request = new PlainRequest();

  @Test
  void areNoneInAPlainRequest() {
    assertThat(read().token()).isEmpty();
    assertThat(read().key()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer a.b.c", "bearer a.b.c", "BEARER   a.b.c", " Bearer a.b.c"})
  void areABearerTokenHoweverTheSchemeIsSpelt(String authorization) {
    with("Authorization", authorization);

    assertThat(read().token()).contains("a.b.c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTph", "a.b.c", "Bearera.b.c"})
  void areRefusedUnderAnotherScheme(String authorization) {
    with("Authorization", authorization);

    assertRefused(ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void areOneIfTheSameComesTwiceAndRefusedIfTheyDiffer() {
    with("Authorization", "Bearer a.b.c");
    with("Authorization", "bearer a.b.c");
    assertThat(read().token()).contains("a.b.c");

    with("Authorization", "Bearer d.e.f");
    assertRefused(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void areOneTokenOrOneKey() {
    with("X-Api-Key", "lp_1_2");
    assertThat(read().key()).contains("lp_1_2");

    with("Authorization", "Bearer a.b.c");
    assertRefused(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void areInTheAddressOfASocketAlone() {
    request.query = "site=saf&token=a.b%2Ec";
    assertThat(read().token()).as("addresses end in logs").isEmpty();

    with("Upgrade", "WebSocket");
    assertThat(read().token()).contains("a.b.c");
  }

  /** Whoever offers an upgrade with a POST has a body, which is not to be read for this. */
  @Test
  void areInTheAddressOfAGetAlone() {
    request.method = "POST";
    request.query = "token=a.b.c";
    with("Upgrade", "websocket");

    assertThat(read().token()).isEmpty();
  }

  @Test
  void areNotShown() {
    with("Authorization", "Bearer a.b.c");

    assertThat(read()).asString().doesNotContain("a.b.c").contains("token");
  }

  private void with(String header, String value) {
    request.with(header, value);
  }

  private Credentials read() {
    return RequestCredentials.of(request.http(), InetAddress.getLoopbackAddress());
  }

  private void assertRefused(ErrorCode code) {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
