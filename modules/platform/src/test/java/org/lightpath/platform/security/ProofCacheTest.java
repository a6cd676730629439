package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProofCacheTest {

  private final ProofCache cache = new ProofCache(2);

  @Test
  void makesRoomForTheNewestWhereNothingWasUsedForLongest() {
    cache.keep("a", Identified.NOBODY, 0);
    cache.keep("b", Identified.NOBODY, 0);
    cache.find("a", 0);
    cache.keep("c", Identified.NOBODY, 0);

    assertThat(cache.size()).isEqualTo(2);
    assertThat(cache.find("a", 0)).isPresent();
    assertThat(cache.find("b", 0)).isEmpty();
    assertThat(cache.find("c", 0)).isPresent();
  }

  @Test
  void isEmptyAfterARevocation() {
    cache.keep("a", Identified.NOBODY, 0);

    assertThat(cache.find("a", 1)).isEmpty();
    assertThat(cache.size()).isZero();
  }

  @Test
  void keepsNothingWhoseVerificationBeganBeforeARevocation() {
    cache.find("a", 0);
    cache.find("b", 1);

    cache.keep("a", Identified.NOBODY, 0);

    assertThat(cache.find("a", 1)).isEmpty();
  }
}
