package org.lightpath.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

final class AuditQueueTest {

  private static final int CAPACITY = 4;

  private final Database database = new Database();
  private final AuditQueue queue = new AuditQueue(database, CAPACITY);

  @Test
  void storesWhatWaitsInItsOrder() {
    note("a", "b", "c");

    assertThat(database.stored).isEmpty();
    queue.store();

    assertThat(database.stored).containsExactly("a", "b", "c");
  }

  @Test
  void equalActsAreTwoActs() {
    note("a", "a");
    queue.store();

    assertThat(database.stored).containsExactly("a", "a");
  }

  @Test
  void aFullQueueIsStoredBeforeAnythingElseMayBeDone() {
    note("a", "b", "c", "d");

    queue.makeRoom();

    assertThat(database.stored).containsExactly("a", "b", "c", "d");
  }

  @Test
  void nothingMayBeDoneWhileItIsFullAndTheDatabaseAway() {
    note("a", "b", "c", "d");
    database.away = true;
    assertThatThrownBy(queue::store).isInstanceOf(IllegalStateException.class);
    note("e", "f", "g", "h"); // those before are in hand, and not lost

    assertThatThrownBy(queue::makeRoom)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));

    database.away = false;
    queue.makeRoom();
    queue.store();
    assertThat(database.stored).containsExactly("a", "b", "c", "d", "e", "f", "g", "h");
  }

  private void note(String... things) {
    for (String thing : things) {
      queue.note(new Act(Instant.EPOCH, "test", thing, "", Actor.hub(), 200));
    }
  }

  /** A trail that remembers the things, or fails. */
  private static final class Database extends Audit {

    private final List<String> stored = new ArrayList<>();
    private boolean away;

    @Override
    public void append(List<Act> acts) {
      if (away) {
        throw new IllegalStateException("away");
      }
      acts.forEach(act -> stored.add(act.thing()));
    }
  }
}
