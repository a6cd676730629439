package org.lightpath.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lightpath.test.kit.AtOnce;

final class IdsTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00.123Z");
  private static final int EACH = 5000;

  private Instant now = NOW;

  @Test
  void carryTheirTime() {
    String id = ids().next();

    assertThat(id).matches("[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(Ids.millisOf(id)).isEqualTo(NOW.toEpochMilli());
  }

  /** ULID specification: 01ARYZ6S41... is 2016-07-30T22:36:16.385Z. */
  @Test
  void readTheTimeOfTheSpecificationsExample() {
    assertThat(Ids.millisOf("01ARYZ6S41TSV4RRFFQ69G5FAV")).isEqualTo(1_469_918_176_385L);
  }

  @Test
  void ascendWithinAMillisecond() {
    Ids ids = ids();

    assertThat(IntStream.range(0, EACH).mapToObj(i -> ids.next()).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void ascendOverAClockThatStepsBack() {
    Ids ids = ids();
    List<String> made = new ArrayList<>();
    for (int step : new int[] {0, 5, -1, -1, -3600_000, 1, 7200_000, -86_400_000}) {
      now = now.plusMillis(step);
      made.add(ids.next());
    }

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void areAllDifferentAndAscendForEachThread() throws Exception {
    Ids ids = ids();

    List<List<String>> made =
        AtOnce.results(8, i -> () -> IntStream.range(0, EACH).mapToObj(n -> ids.next()).toList());

    assertThat(made).allSatisfy(own -> assertThat(own).isSorted());
    assertThat(made.stream().flatMap(Collection::stream).distinct()).hasSize(8 * EACH);
  }

  @Test
  void startAtOrAboveTheLowestOfTheirTime() {
    String id = ids().next();

    assertThat(id)
        .isGreaterThanOrEqualTo(Ids.lowestAt(NOW))
        .isLessThan(Ids.lowestAt(NOW.plusMillis(1)));
    assertThat(Ids.lowestAt(Instant.ofEpochMilli(-1))).isEqualTo("0".repeat(26));
  }

  private Ids ids() {
    return new Ids(
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        });
  }
}
