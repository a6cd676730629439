package org.lightpath.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.platform.idempotency.IdempotencyKeys.Earlier;
import org.lightpath.platform.idempotency.IdempotencyKeys.StoredAnswer;
import org.lightpath.test.kit.AtOnce;

/** One key, one request, whoever else comes with it. */
@ParameterizedClass
@EnumSource
final class StoredIdempotencyKeysTest {

  private static final Instant NIGHT = Instant.parse("2026-02-14T03:00:00Z");
  private static final StoredAnswer ANSWER = new StoredAnswer(200, "{\"ulid\":\"x\"}");

  @Parameter DatabaseKind kind;
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = kind.empty();
  }

  private StoredIdempotencyKeys at(Instant now) {
    return new StoredIdempotencyKeys(database::connect, Clock.fixed(now, ZoneOffset.UTC), 3);
  }

  @Test
  void theFirstHasItAndTheSecondHearsTheAnswer() {
    StoredIdempotencyKeys keys = at(NIGHT);
    assertThat(keys.claim("k", "body")).isEmpty();
    assertThat(keys.claim("k", "other")).contains(new Earlier("body", Optional.empty()));
    keys.answered("k", ANSWER);
    assertThat(keys.claim("k", "body")).contains(new Earlier("body", Optional.of(ANSWER)));
  }

  @Test
  void aForgottenKeyIsFree() {
    StoredIdempotencyKeys keys = at(NIGHT);
    keys.claim("k", "body");
    keys.forget("k");
    assertThat(keys.claim("k", "other")).isEmpty();
  }

  @Test
  void aKeyHoldsForADay() {
    at(NIGHT).claim("k", "body");
    Duration day = StoredIdempotencyKeys.LIFE;
    assertThat(at(NIGHT.plus(day)).claim("k", "body")).isPresent();
    assertThat(at(NIGHT.plus(day).plusMillis(1)).claim("k", "body")).isEmpty();
  }

  @Test
  void theOldestGoFirst() {
    for (int i = 0; i < 5; i++) {
      at(NIGHT.plusSeconds(i)).claim("k" + i, "body");
    }
    StoredIdempotencyKeys keys = at(NIGHT.plusSeconds(9));
    assertThat(keys.purge()).isEqualTo(3);
    assertThat(keys.claim("k4", "body")).isPresent();
    assertThat(keys.claim("k2", "body")).isPresent();
    assertThat(keys.claim("k1", "body")).isEmpty();
  }

  @Test
  void ofManyAtOnceOneHasIt() throws Exception {
    StoredIdempotencyKeys keys = at(NIGHT);
    for (int round = 0; round < 20; round++) {
      String key = "k" + round;
      List<Boolean> claimed = AtOnce.results(16, i -> () -> keys.claim(key, "body").isEmpty());
      assertThat(claimed).containsOnlyOnce(true);
    }
  }
}
