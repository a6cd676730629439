package org.lightpath.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.platform.audit.Act;
import org.lightpath.platform.audit.Actor;
import org.lightpath.platform.audit.Audit;
import org.lightpath.platform.audit.AuditEntry;
import org.lightpath.platform.audit.AuditLog;
import org.lightpath.platform.audit.CurrentActor;
import org.lightpath.platform.audit.Retention;
import org.lightpath.platform.audit.Verification;
import org.lightpath.test.kit.AtOnce;

@ParameterizedClass
@EnumSource
final class AuditTrailTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00.123Z");
  private static final int ALL = 1_000_000;

  @Parameter DatabaseKind kind;
  private final CurrentActor current = new CurrentActor();
  private TestDatabase database;
  private AuditLog log;
  private Audit audit;

  @BeforeEach
  void open() {
    database = kind.empty();
    log = database.transactional(AuditLog.class, new StoredAuditLog(database.entityManager()));
    audit = new Audit(log, current, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void anUntouchedTrailIsWhole() {
    write(2500);

    Verification found = audit.verify(0, ALL);

    assertThat(found.fault()).isEmpty();
    assertThat(found.complete()).isTrue();
    assertThat(found.from()).isEqualTo(1);
    assertThat(found.to()).isEqualTo(2500);
    assertThat(found.hash()).isEqualTo(log.head().hash());
  }

  @Test
  void aTrailWithoutEntriesIsWhole() {
    assertThat(audit.verify(0, ALL).complete()).isTrue();
    assertThat(audit.verify(0, ALL).fault()).isEmpty();
  }

  @Test
  void aCheckGoesOnWhereTheOneBeforeStopped() {
    write(25);

    Verification begin = audit.verify(0, 10);
    Verification end = audit.verify(begin.to(), 100);

    assertThat(begin.to()).isEqualTo(10);
    assertThat(begin.complete()).isFalse();
    assertThat(end.to()).isEqualTo(25);
    assertThat(end.complete()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update audit_entry set thing = 'other' where number = 5 | 5 | was changed",
        "update audit_entry set done_at = done_at + interval '1' hour where number = 1 | 1 | was",
        "delete from audit_entry where number = 7 | 7 | is missing",
        "delete from audit_entry where number <= 3 | 1 | is missing",
        "delete from audit_entry where number = 12 | 12 | is missing",
        "update audit_entry set hash = previous_hash where number = 9 | 9 | was changed",
        "update audit_head set anchor_number = 3, anchor_hash = (select hash from audit_entry where"
            + " number = 3) | 4 | lacks the entries before it",
        "update audit_head set number = 11 | 11 | is not the one that was written last",
      })
  void aCheckNamesTheFirstEntryThatIsNotAsItWasWritten(String sql, long number, String reason)
      throws SQLException {
    write(12);

    change(sql);

    Verification.Fault fault = audit.verify(0, ALL).fault().orElseThrow();
    assertThat(fault.number()).isEqualTo(number);
    assertThat(fault.reason()).startsWith(reason);
  }

  /** Each thread as it would be in a hub of its own: nothing but the database keeps them apart. */
  @Test
  void manyHubsWriteOneChain() throws Exception {
    int threads = 16;
    int rounds = 20;

    AtOnce.results(
        threads,
        thread ->
            () -> {
              for (int round = 0; round < rounds; round++) {
                List<Act> acts = List.of(act("hub" + thread + "-" + round), act("second"));
                database.run(() -> audit.append(acts));
              }
              return thread;
            });

    Verification found = audit.verify(0, ALL);
    assertThat(found.fault()).isEmpty();
    assertThat(found.to()).isEqualTo(2L * threads * rounds);
    List<AuditEntry> all = log.after(0, ALL);
    for (int thread = 0; thread < threads; thread++) {
      String hub = "hub" + thread + "-";
      assertThat(all)
          .map(entry -> entry.act().thing())
          .filteredOn(thing -> thing.startsWith(hub))
          .as("each hub's own order")
          .containsExactlyElementsOf(
              LongStream.range(0, rounds).mapToObj(round -> hub + round).toList());
    }
  }

  @Test
  void anActAndItsEntryAreStoredTogetherOrNotAtAll() {
    current.is(new Actor("ada", "192.0.2.7", ""));
    assertThatThrownBy(
            () ->
                database.run(
                    () -> {
                      audit.done("user.add", "wren");
                      throw new IllegalStateException("the act fails after all");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(log.after(0, ALL)).isEmpty();
    assertThat(log.head().number()).isZero();

    database.run(
        () -> {
          audit.done("user.add", "wren");
          audit.done("user.add", "zoë");
        });

    assertThat(log.after(0, ALL)).map(entry -> entry.act().thing()).containsExactly("wren", "zoë");
    assertThat(log.after(0, ALL))
        .allSatisfy(entry -> assertThat(entry.act().actor().subject()).isEqualTo("ada"));
    assertThat(audit.verify(0, ALL).fault()).isEmpty();
  }

  @Test
  void findsByWhoWhatAndWhen() {
    database.run(
        () ->
            audit.append(
                List.of(
                    act("ada", "login", NOW),
                    act("wren", "login", NOW),
                    act("ada", "POST /jobs/newjob", NOW.plusSeconds(60)),
                    act("ada", "login", NOW.plusSeconds(120)))));

    assertThat(numbers(Optional.empty(), Optional.empty(), Optional.empty(), 10))
        .containsExactly(4L, 3L, 2L, 1L);
    assertThat(numbers(Optional.of("ada"), Optional.of("login"), Optional.empty(), 10))
        .containsExactly(4L, 1L);
    assertThat(numbers(Optional.of("ada"), Optional.empty(), Optional.of(3L), 10))
        .containsExactly(1L);
    assertThat(numbers(Optional.empty(), Optional.empty(), Optional.empty(), 2))
        .containsExactly(4L, 3L);
    AuditLog.Filter minute =
        new AuditLog.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.of(NOW.plusSeconds(60)),
            Optional.of(NOW.plusSeconds(120)),
            Optional.empty());
    assertThat(audit.find(minute, 10)).map(AuditEntry::number).containsExactly(3L);
  }

  @Test
  void retentionLeavesATrailThatCanBeVerified() throws SQLException {
    Instant old = NOW.minus(Duration.ofDays(40));
    database.run(() -> audit.append(List.of(act("ada", "a", old), act("ada", "b", old))));
    write(3);
    Retention retention =
        new Retention(log, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(30), 1000);

    assertThat(database.call(retention::shorten)).isFalse();

    assertThat(log.after(0, ALL)).map(AuditEntry::number).containsExactly(3L, 4L, 5L, 6L);
    AuditEntry told = log.after(5, 1).get(0);
    assertThat(told.act().action()).isEqualTo("audit.shorten");
    assertThat(told.act().thing()).contains("up to 2").contains(log.head().anchorHash());
    assertThat(audit.verify(0, ALL).fault()).isEmpty();
    assertThat(audit.verify(0, ALL).from()).isEqualTo(3);

    change("delete from audit_entry where number = 3");
    assertThat(audit.verify(0, ALL).fault().orElseThrow().number()).isEqualTo(3);
  }

  @Test
  void retentionBoundsTheNumberOfEntries() {
    write(1100);
    Retention retention =
        new Retention(log, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(30), 1000);

    assertThat(database.call(retention::shorten)).isFalse();
    assertThat(log.after(0, ALL)).hasSize(1001); // the last one tells of it
    assertThat(database.call(retention::shorten)).isFalse();
    assertThat(audit.verify(0, ALL).fault()).isEmpty();
  }

  private List<Long> numbers(
      Optional<String> subject, Optional<String> action, Optional<Long> below, int limit) {
    AuditLog.Filter filter =
        new AuditLog.Filter(subject, action, Optional.empty(), Optional.empty(), below);
    return audit.find(filter, limit).stream().map(AuditEntry::number).toList();
  }

  private void write(int entries) {
    database.run(
        () ->
            audit.append(
                LongStream.rangeClosed(1, entries).mapToObj(i -> act("thing " + i)).toList()));
  }

  private static Act act(String thing) {
    return new Act(NOW, "test", thing, "saf", new Actor("ada", "192.0.2.7", ""), 200);
  }

  private static Act act(String subject, String action, Instant at) {
    return new Act(at, action, "thing", "", new Actor(subject, "192.0.2.7", ""), 200);
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }
}
