package org.lightpath.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
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
import org.lightpath.test.kit.AtOnce;

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

  @Test
  void givesThemByNameAPageAtATime() {
    for (String name : List.of("wren", "ada", "lark")) {
      add(name, Grant.everywhere(Role.VIEWER));
    }

    assertThat(names("", 2)).containsExactly("ada", "lark");
    assertThat(names("lark", 2)).containsExactly("wren");
  }

  @Test
  void changesPasswordAndGrants() {
    add("wren", Grant.everywhere(Role.VIEWER));
    Grant wanted = Grant.at(Role.OBSERVER, new SiteCode("saf"));

    database.run(() -> users.changePassword("wren", "another hash"));
    database.run(() -> users.changeGrants("wren", Set.of(wanted)));

    User found = database.call(() -> users.find("wren").orElseThrow());
    assertThat(found.passwordHash()).isEqualTo("another hash");
    assertThat(found.grants()).containsExactly(wanted);
  }

  @Test
  void hasNobodyOfAnotherName() {
    assertFails(ErrorCode.NOT_FOUND, () -> users.remove("wren"));
    assertFails(ErrorCode.NOT_FOUND, () -> users.changePassword("wren", "h"));
    assertFails(
        ErrorCode.NOT_FOUND,
        () -> users.changeGrants("wren", Set.of(Grant.everywhere(Role.VIEWER))));
  }

  @Test
  void keepsTheLastAdmin() {
    add("ada", Grant.everywhere(Role.ADMIN), Grant.everywhere(Role.OBSERVER));
    add("lark", Grant.at(Role.ADMIN, new SiteCode("saf")));

    assertFails(ErrorCode.CONFLICT, () -> users.remove("ada"));
    assertFails(
        ErrorCode.CONFLICT,
        () -> users.changeGrants("ada", Set.of(Grant.everywhere(Role.OPERATOR))));
    database.run(() -> users.remove("lark"));
    add("wren", Grant.everywhere(Role.ADMIN));
    database.run(() -> users.remove("ada"));
    assertThat(names("", 9)).containsExactly("wren");
  }

  @Test
  void oneOfTwoAdminsWhoRemoveEachOtherStays() throws Exception {
    add("ada", Grant.everywhere(Role.ADMIN));
    add("wren", Grant.everywhere(Role.ADMIN));

    List<Boolean> removed = AtOnce.results(2, i -> () -> isRemoved(i == 0 ? "ada" : "wren"));

    assertThat(removed).containsExactlyInAnyOrder(true, false);
    assertThat(names("", 9)).hasSize(1);
  }

  private boolean isRemoved(String name) {
    try {
      database.run(() -> users.remove(name));
      return true;
    } catch (LightpathException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
      return false;
    }
  }

  private void add(String name, Grant... grants) {
    database.run(() -> users.add(new User(name, "h", Set.of(grants), MADE)));
  }

  private List<String> names(String after, int limit) {
    return database.call(() -> users.after(after, limit).stream().map(User::name).toList());
  }

  private void assertFails(ErrorCode code, Runnable change) {
    assertThatThrownBy(() -> database.run(change::run))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
