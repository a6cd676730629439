package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Credentials;

final class RequestCredentialsTest {

  private final Map<String, List<String>> headers = new HashMap<>();
  private String method = "GET";
  private String query = "";

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
    query = "site=saf&token=a.b%2Ec";
    assertThat(read().token()).as("addresses end in logs").isEmpty();

    with("Upgrade", "WebSocket");
    assertThat(read().token()).contains("a.b.c");
  }

  /** Whoever offers an upgrade with a POST has a body, which is not to be read for this. */
  @Test
  void areInTheAddressOfAGetAlone() {
    method = "POST";
    query = "token=a.b.c";
    with("Upgrade", "websocket");

    assertThat(read().token()).isEmpty();
  }

  @Test
  void areNotShown() {
    with("Authorization", "Bearer a.b.c");

    assertThat(read()).asString().doesNotContain("a.b.c").contains("token");
  }

  private void with(String header, String value) {
    headers.computeIfAbsent(header.toLowerCase(Locale.ROOT), k -> new ArrayList<>()).add(value);
  }

  private Credentials read() {
    return RequestCredentials.of(request(), InetAddress.getLoopbackAddress());
  }

  private void assertRefused(ErrorCode code) {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getHeaders" -> Collections.enumeration(valuesOf(arguments[0]));
                  case "getHeader" -> valuesOf(arguments[0]).stream().findFirst().orElse(null);
                  case "getMethod" -> method;
                  case "getQueryString" -> query;
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  private List<String> valuesOf(Object header) {
    return headers.getOrDefault(String.valueOf(header).toLowerCase(Locale.ROOT), List.of());
  }
}
