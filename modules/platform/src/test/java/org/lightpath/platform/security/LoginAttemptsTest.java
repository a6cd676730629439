package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.HubSecurity.SetClock;
import org.lightpath.test.kit.AtOnce;

/** The figures are those of docs/reference/identity.md. */
final class LoginAttemptsTest {

  private static final String HOME = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.7";

  private final SetClock clock = new SetClock(Instant.parse("2026-02-14T03:00:00Z"));
  private final LoginAttempts attempts = new LoginAttempts(clock);

  @Test
  void makesAnAccountWaitAfterTenFailuresAndDoublesTheWait() {
    fail("wren", ELSEWHERE, 10);

    for (int seconds : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
      assertThat(waitOf("wren", HOME)).isEqualTo(Duration.ofSeconds(seconds));
      clock.forward(Duration.ofSeconds(seconds).minusMillis(1));
      assertThat(waitOf("wren", HOME)).isEqualTo(Duration.ofMillis(1));
      clock.forward(Duration.ofMillis(1));
      fail("wren", ELSEWHERE, 1);
    }
  }

  @Test
  void makesAnAddressWaitWhateverTheAccounts() {
    for (int i = 0; i < 30; i++) {
      fail("user" + i, ELSEWHERE, 1);
    }

    assertThat(waitOf("wren", ELSEWHERE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(waitOf("wren", HOME)).isZero();
    for (int i = 0; i < 20; i++) {
      clock.forward(waitOf("wren", ELSEWHERE));
      fail("other" + i, ELSEWHERE, 1);
    }
    assertThat(waitOf("wren", ELSEWHERE)).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void countsTheNetworkOfAnIpv6Address() {
    for (int i = 0; i < 30; i++) {
      fail("user" + i, "2001:db8:0:1::" + Integer.toHexString(i + 1), 1);
    }

    assertThat(waitOf("wren", "2001:db8:0:1:ffff::1")).isEqualTo(Duration.ofSeconds(1));
    assertThat(waitOf("wren", "2001:db8:0:2::1")).isZero();
  }

  @Test
  void refusesUnseenWhatComesTooEarlyAndMakesItNoWorse() {
    fail("wren", ELSEWHERE, 10);
    AtomicInteger seen = new AtomicInteger();

    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(
              () ->
                  attempts.attempt(
                      "wren", address(HOME), () -> Optional.of(seen.incrementAndGet())))
          .isInstanceOfSatisfying(
              LightpathException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY);
                assertThat(e.retryAfter()).contains(Duration.ofSeconds(1));
              });
    }

    assertThat(seen).hasValue(0);
    clock.forward(Duration.ofSeconds(1));
    assertThat(waitOf("wren", HOME)).isZero();
  }

  @Test
  void aSuccessEndsTheWaitOfItsAccount() {
    fail("wren", HOME, 10);
    clock.forward(Duration.ofSeconds(1));
    succeed("wren", HOME);

    fail("wren", HOME, 9);
    assertThat(waitOf("wren", HOME)).isZero();
  }

  @Test
  void aSuccessForgivesItsAddressNothingButItself() {
    for (int i = 0; i < 29; i++) {
      fail("user" + i, ELSEWHERE, 1);
      succeed("mallory", ELSEWHERE);
    }
    fail("wren", ELSEWHERE, 1);

    assertThat(waitOf("mallory", ELSEWHERE)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void nobodyIsLockedOutFromElsewhere() {
    succeed("wren", HOME);
    fail("wren", ELSEWHERE, 10);

    assertThat(waitOf("wren", ELSEWHERE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(waitOf("wren", HOME)).isZero();
    succeed("wren", HOME);
    assertThat(waitOf("wren", ELSEWHERE)).as("guessing goes on slowly").isPositive();
  }

  @Test
  void forgetsAfterAQuarterOfAnHour() {
    fail("wren", HOME, 16);
    clock.forward(Duration.ofMinutes(15));

    fail("wren", HOME, 9);
    assertThat(waitOf("wren", HOME)).isZero();
  }

  @Test
  void waitsNoLongerWhenTheClockIsSetBack() {
    fail("wren", HOME, 10);
    clock.forward(Duration.ofHours(-1));

    assertThat(waitOf("wren", HOME)).isEqualTo(Duration.ofSeconds(1));
    clock.forward(Duration.ofSeconds(1));
    assertThat(waitOf("wren", HOME)).isZero();
  }

  @Test
  void anAttemptThatCouldNotBeJudgedIsNoFailure() {
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(
              () ->
                  attempts.attempt(
                      "wren",
                      address(HOME),
                      () -> {
                        throw new IllegalStateException("the database is away");
                      }))
          .hasMessage("the database is away");
    }

    assertThat(waitOf("wren", HOME)).isZero();
  }

  @Test
  void admitsNoMoreThanTenGuessesThatComeAtOnce() throws Exception {
    AtomicInteger guesses = new AtomicInteger();
    CountDownLatch refused = new CountDownLatch(22);

    AtOnce.results(
        32,
        i ->
            () -> {
              try {
                attempts.attempt(
                    "wren",
                    address("192.0.2." + i),
                    () -> {
                      guesses.incrementAndGet();
                      await(refused);
                      return Optional.empty();
                    });
              } catch (LightpathException e) {
                refused.countDown();
              }
              return i;
            });

    assertThat(guesses).hasValue(10);
  }

  @Test
  void keepsNoMoreThanTenThousandCounts() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < LoginAttempts.MAX_COUNTS; i++) {
      names.add("user" + i);
    }
    fail("wren", HOME, 10);
    for (int i = 0; i < names.size(); i++) {
      fail(names.get(i), "10.1.%d.%d".formatted(i / 250, i % 250 + 1), 1);
    }

    assertThat(waitOf("wren", HOME)).as("made room").isZero();
  }

  private void fail(String account, String from, int times) {
    for (int i = 0; i < times; i++) {
      Duration wait = waitOf(account, from);
      clock.forward(wait);
      assertThat(attempts.attempt(account, address(from), Optional::empty)).isEmpty();
    }
  }

  private void succeed(String account, String from) {
    assertThat(attempts.attempt(account, address(from), () -> Optional.of(account))).isPresent();
  }

  private Duration waitOf(String account, String from) {
    return attempts.waitFor(account, address(from));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
