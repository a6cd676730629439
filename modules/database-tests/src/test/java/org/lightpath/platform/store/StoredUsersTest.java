package org.lightpath.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Grant;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.security.User;

@ParameterizedClass
@EnumSource
final class StoredUsersTest {

  private static final Instant MADE = Instant.parse("2026-02-14T03:00:00.123Z");

  @Parameter DatabaseKind kind;
  private TestDatabase database;
  private StoredUsers users;

  @BeforeEach
  void open() {
    database = kind.empty();
    users = new StoredUsers(database.entityManager());
  }

  @Test
  void givesBackWhatWasAdded() {
    Set<Grant> grants =
        Set.of(Grant.everywhere(Role.SITE_AGENT), Grant.at(Role.OBSERVER, new SiteCode("saf")));
    database.run(() -> users.add(new User("wren", "some hash", grants, MADE)));

    Optional<User> found = database.call(() -> users.find("wren"));

    assertThat(found)
        .hasValueSatisfying(
            user -> {
              assertThat(user.passwordHash()).isEqualTo("some hash");
              assertThat(user.grants()).isEqualTo(grants);
              assertThat(user.createdAt()).isEqualTo(MADE);
            });
  }

  @Test
  void countsThem() {
    assertThat(database.call(users::count)).isZero();

    database.run(
        () -> users.add(new User("wren", "h", Set.of(Grant.everywhere(Role.ADMIN)), MADE)));

    assertThat(database.call(users::count)).isEqualTo(1);
    assertThat(database.call(() -> users.find("Wren"))).as("names keep their case").isEmpty();
  }

  @Test
  void refusesANameThatIsTaken() {
    database.run(
        () -> users.add(new User("wren", "first", Set.of(Grant.everywhere(Role.ADMIN)), MADE)));

    assertThatThrownBy(
            () -> database.run(() -> users.add(new User("wren", "second", Set.of(), MADE))))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    assertThat(database.call(() -> users.find("wren").orElseThrow().passwordHash()))
        .isEqualTo("first");
  }
}
