package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.test.kit.AtOnce;

/** An identity provider that changes its keys, is slow, lies or is away. */
final class RemoteKeysTest {

  private final HubSecurity.SetClock clock =
      new HubSecurity.SetClock(Instant.parse("2026-02-14T03:00:00Z"));
  private final AtomicInteger fetches = new AtomicInteger();
  private final CountDownLatch never = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile JWKSet offered = new JWKSet();
  private volatile Runnable trouble = () -> {};
  private volatile int status = 200;
  private volatile String says = "";
  private HttpServer server;
  private String issuer;
  private RemoteKeys keys;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
    says = issuer;
    server.setExecutor(threads);
    server.createContext(
        "/realm/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(says, issuer)));
    server.createContext(
        "/realm/keys",
        exchange -> {
          fetches.incrementAndGet();
          trouble.run();
          answer(exchange, offered.toString());
        });
    server.start();
    keys = new RemoteKeys(issuer, clock, Duration.ofSeconds(2));
    offered = new JWKSet(key("one"));
  }

  @AfterEach
  void stop() {
    never.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void areFetchedOnceForManyRequests() throws Exception {
    List<String> found = AtOnce.results(8, i -> this::outcome);

    assertThat(found).contains("found").isSubsetOf("found", "unavailable");
    assertThat(fetches).hasValue(1);
  }

  @Test
  void areFetchedAgainForAnUnknownIdButNotTwiceInThirtySeconds() throws Exception {
    assertThat(finds("one")).isTrue();
    offered = new JWKSet(List.of(key("one"), key("two")));

    assertThat(finds("two")).as("a second after the first").isFalse();
    clock.forward(Duration.ofSeconds(30));
    assertThat(finds("two")).isTrue();
    for (int i = 0; i < 100; i++) {
      assertThat(finds("guess" + i)).isFalse();
    }
    assertThat(fetches).hasValue(2);
  }

  @Test
  void areAskedForAgainAfterTenMinutes() {
    assertThat(finds("one")).isTrue();
    offered = new JWKSet();

    clock.forward(Duration.ofMinutes(10));
    assertThat(finds("one")).isTrue();
    clock.forward(Duration.ofSeconds(1));
    assertThat(finds("one")).as("withdrawn by the provider").isFalse();
  }

  @Test
  void areKeptForADayWhileTheProviderIsAway() {
    assertThat(finds("one")).isTrue();
    server.stop(0);

    clock.forward(Duration.ofDays(1));
    assertThat(finds("one")).isTrue();
    clock.forward(Duration.ofSeconds(31));
    assertUnavailable();
  }

  @Test
  void areUnavailableWhileTheProviderWasNeverReached() throws Exception {
    server.stop(0);
    assertUnavailable();
  }

  @Test
  void areUnavailableWithinTheDeadlineFromAProviderThatHangs() {
    trouble =
        () -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    assertUnavailable();
  }

  @Test
  void areUnavailableFromAProviderThatFailsOrFloodsOrIsSomebodyElse() {
    status = 500;
    assertUnavailable();
    status = 200;
    says = "https://somebody.example";
    clock.forward(Duration.ofSeconds(31));
    assertUnavailable();
    says = issuer + "\",\"padding\":\"" + "x".repeat(600_000);
    clock.forward(Duration.ofSeconds(31));
    assertUnavailable();
    says = issuer;
    clock.forward(Duration.ofSeconds(31));
    assertThat(finds("one")).isTrue();
  }

  @Test
  void ofAnotherKindThanTheAlgorithmAreNone() throws Exception {
    offered =
        new JWKSet(
            List.of(
                key("one"),
                new RSAKeyGenerator(2048).keyID("enc").keyUse(KeyUse.ENCRYPTION).generate()));

    assertThat(keys.find("one", JWSAlgorithm.RS256)).isPresent();
    assertThat(keys.find("one", JWSAlgorithm.ES256)).isEmpty();
    assertThat(keys.find("one", JWSAlgorithm.HS256)).isEmpty();
    assertThat(keys.find("enc", JWSAlgorithm.RS256)).isEmpty();
  }

  /** A request that does not want to wait for the others' fetch is to try again. */
  private String outcome() {
    try {
      return finds("one") ? "found" : "none";
    } catch (LightpathException e) {
      return e.code() == ErrorCode.UNAVAILABLE ? "unavailable" : "wrong";
    }
  }

  private boolean finds(String kid) {
    return keys.find(kid, JWSAlgorithm.RS256).isPresent();
  }

  private void assertUnavailable() {
    assertThatThrownBy(() -> finds("one"))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE))
        .hasMessageContaining(issuer);
  }

  private static RSAKey key(String kid) throws Exception {
    return new RSAKeyGenerator(2048).keyID(kid).generate().toPublicJWK();
  }

  private void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
