package org.lightpath.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class AuditEntryTest {

  private static final Instant AT = Instant.parse("2026-02-14T03:00:00.123Z");

  private static final Act JOB =
      new Act(
          AT,
          "POST /jobs/newjob",
          "/jobs/newjob",
          "saf",
          new Actor("wren", "192.0.2.7", "4bf92f3577b34da6a3ce929d0e0e4736"),
          200);

  /** By sha256sum of GNU coreutils over the netstrings that docs/reference/audit.md describes. */
  private static final String FIRST =
      "b48ed42b5b138d4599691ac61a0ee63e305d50cd7026d1d63c05ee60b758b76c";

  private static final String SECOND =
      "224e973b64a73b08bc20acf09973d3260b7ea135c591cdb0085b01d0051f3c4b";

  private final AuditEntry first = new AuditEntry(1, JOB, AuditEntry.NO_HASH);

  @Test
  void hashesItsMembersAndTheHashBefore() {
    AuditEntry second =
        new AuditEntry(2, new Act(AT, "user.add", "zoë", "", Actor.hub(), 0), first.hash());

    assertThat(first.hash()).isEqualTo(FIRST);
    assertThat(second.hash()).isEqualTo(SECOND);
    assertThat(second.previousHash()).isEqualTo(FIRST);
  }

  @Test
  void givesBackTheAct() {
    assertThat(first.act()).isEqualTo(JOB);
  }

  @Test
  void aPieceThatMovesFromOneMemberToTheNextChangesTheHash() {
    Act moved = new Act(AT, "POST /jobs/newjob/", "jobs/newjob", "saf", JOB.actor(), 200);

    assertThat(new AuditEntry(1, moved, AuditEntry.NO_HASH).hash()).isNotEqualTo(FIRST);
  }

  @Test
  void textIsBoundedAndHoldsNoControlCharacters() {
    Act act =
        new Act(AT, "a".repeat(200), "x".repeat(255) + "\uD83D\uDD2D", "p\r\nq", JOB.actor(), 200);

    assertThat(act.action()).hasSize(96);
    assertThat(act.thing()).isEqualTo("x".repeat(255));
    assertThat(act.place()).isEqualTo("p??q");
    assertThat(new Actor("s".repeat(300), "", "").subject()).hasSize(128);
  }
}
