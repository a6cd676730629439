package org.lightpath.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.audit.Actor;
import org.lightpath.platform.audit.Audit;
import org.lightpath.platform.audit.AuditEntry;
import org.lightpath.platform.audit.AuditLog;
import org.lightpath.platform.audit.CurrentActor;
import org.lightpath.platform.security.Grant;
import org.lightpath.platform.security.RecordedChanges;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.security.User;

/** Changes of users and their entries in the trail, on both databases. */
@ParameterizedClass
@EnumSource
final class RecordedChangesTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00.123Z");
  private static final Set<Grant> ADMIN = Set.of(Grant.everywhere(Role.ADMIN));
  private static final Set<Grant> VIEWER = Set.of(Grant.everywhere(Role.VIEWER));

  @Parameter DatabaseKind kind;
  private TestDatabase database;
  private StoredUsers users;
  private StoredAuditLog log;

  @BeforeEach
  void open() {
    database = kind.empty();
    users = new StoredUsers(database.entityManager());
    log = new StoredAuditLog(database.entityManager());
    change(log, changes -> changes.addUser(new User("ada", "hash", ADMIN, NOW)));
  }

  @Test
  void aChangeNamesWhoDidItToWhom() {
    change(log, changes -> changes.addUser(new User("wren", "hash", VIEWER, NOW)));
    change(log, changes -> changes.changePassword("wren", "another"));
    change(log, changes -> changes.changeGrants("wren", ADMIN));
    change(log, changes -> changes.removeUser("wren"));

    assertThat(database.call(() -> log.after(1, 10)))
        .extracting(
            e -> "%s %s %s".formatted(e.act().actor().subject(), e.act().action(), e.act().thing()))
        .containsExactly(
            "root user.add wren",
            "root user.password wren",
            "root user.roles wren",
            "root user.remove wren");
  }

  @Test
  void aRefusedChangeLeavesNoEntry() {
    assertThatThrownBy(() -> change(log, changes -> changes.removeUser("ada")))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));

    assertThat(database.call(() -> log.head().number())).isEqualTo(1);
  }

  @Test
  void withoutItsEntryNothingIsChanged() {
    AuditLog full = new FullLog(database);

    assertThatThrownBy(
            () -> change(full, changes -> changes.addUser(new User("wren", "hash", VIEWER, NOW))))
        .hasMessage("the trail takes nothing");

    assertThat(database.call(() -> users.find("wren"))).isEmpty();
  }

  private void change(AuditLog trail, Consumer<RecordedChanges> work) {
    CurrentActor current = new CurrentActor();
    current.is(new Actor("root", "192.0.2.7", ""));
    Audit audit = new Audit(trail, current, Clock.fixed(NOW, ZoneOffset.UTC));
    RecordedChanges changes =
        new RecordedChanges(
            users,
            new StoredApiKeys(database.entityManager()),
            new StoredPreferences(database.entityManager()),
            audit);
    database.run(() -> work.accept(changes));
  }

  /** A trail that fails when an entry is stored. */
  private static final class FullLog extends StoredAuditLog {

    FullLog(TestDatabase database) {
      super(database.entityManager());
    }

    @Override
    public void add(List<AuditEntry> entries) {
      throw new IllegalStateException("the trail takes nothing");
    }
  }
}
