package org.lightpath.sites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lightpath.test.kit.AtOnce;

final class HubSeatsTest {

  private static final Optional<String> NOBODY = Optional.empty();
  private static final Optional<String> ADA = Optional.of("ada");
  private static final Optional<String> BOB = Optional.of("bob");

  @Test
  void areBoundedInAll() {
    HubSeats seats = new HubSeats(2, 2);
    assertThat(seats.take(NOBODY)).isEmpty();
    assertThat(seats.take(ADA)).isEmpty();

    assertThat(seats.take(BOB)).contains("the hub has 2 listeners, its limit; try again later");

    seats.giveBack(NOBODY);
    assertThat(seats.take(BOB)).isEmpty();
  }

  @Test
  void areBoundedForEachUser() {
    HubSeats seats = new HubSeats(10, 2);
    assertThat(seats.take(ADA)).isEmpty();
    assertThat(seats.take(ADA)).isEmpty();

    assertThat(seats.take(ADA)).contains("you have 2 listeners, the limit of a user; close one");
    assertThat(seats.take(BOB)).isEmpty();

    seats.giveBack(ADA);
    assertThat(seats.take(ADA)).isEmpty();
    assertThat(seats.take(ADA)).isPresent();
  }

  @Test
  void ofUnknownListenersAreBoundedInAllOnly() {
    HubSeats seats = new HubSeats(3, 1);

    assertThat(seats.take(NOBODY)).isEmpty();
    assertThat(seats.take(NOBODY)).isEmpty();
  }

  @Test
  void goToNoMoreThanThereAreHoweverManyComeAtOnce() throws Exception {
    HubSeats seats = new HubSeats(5, 100);

    assertThat(AtOnce.results(16, i -> () -> seats.take(ADA)))
        .filteredOn(Optional::isEmpty)
        .hasSize(5);
  }

  /** A reason that is longer than 123 bytes cannot be sent: RFC 6455, section 5.5. */
  @Test
  void sayWhyThereIsNoneInFewWords() {
    HubSeats full = new HubSeats(Integer.MAX_VALUE, 1);
    full.take(ADA);

    assertThat(full.take(ADA).orElseThrow().length()).isLessThan(123);
  }
}
