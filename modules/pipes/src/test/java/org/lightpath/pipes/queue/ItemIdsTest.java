package org.lightpath.pipes.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ItemIdsTest {

  private static final long MILLIS = 1_704_855_600_000L;

  @Test
  void anIdIsThirteenDigitsOfMillisecondsAndEightOfHexadecimal() {
    assertThat(at(MILLIS, new Random(1)).next()).matches("1704855600000_[0-9a-f]{8}");
  }

  @Test
  void idsOfOneMillisecondAscend() {
    ItemIds ids = at(MILLIS, new Random(1));
    assertThat(Stream.generate(ids::next).limit(100_000)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void whenTheSuffixesOfAMillisecondAreUsedUpTheNextOneIsTaken() {
    ItemIds ids = at(MILLIS, new Random(1));
    String first = ids.next();
    ids.resumeAt(MILLIS); // leaves no suffix of this millisecond
    assertThat(ids.next()).startsWith("1704855600001_").isGreaterThan(first);
  }

  @Test
  void afterARestartIdsBeginBeyondTheStoredFloor() {
    ItemIds ids = at(MILLIS - 60_000, new Random(1));
    ids.resumeAt(MILLIS + 2_000);
    assertThat(ids.next()).startsWith("1704855602001_");
  }

  @Test
  void theFloorIsStoredAnewOnceAnIdHasPassedIt() {
    ItemIds ids = at(MILLIS, new Random(1));
    assertThat(ids.hasPassedFloor()).isFalse();
    ids.next();
    assertThat(ids.hasPassedFloor()).isTrue();
    assertThat(ids.floorToStore()).isEqualTo(MILLIS + 2_000);
    ids.next();
    assertThat(ids.hasPassedFloor()).isFalse();
  }

  private static ItemIds at(long millis, RandomGenerator random) {
    return new ItemIds(fixed(millis), random);
  }

  private static Clock fixed(long millis) {
    return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
