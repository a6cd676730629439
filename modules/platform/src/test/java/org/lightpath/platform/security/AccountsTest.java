package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.HubSecurity.SetClock;
import org.lightpath.platform.security.TokenService.Issued;

final class AccountsTest {

  private static final Set<Grant> OBSERVER = Set.of(Grant.at(Role.OBSERVER, new SiteCode("saf")));
  private static final Set<Grant> OPERATOR = Set.of(Grant.at(Role.OPERATOR, new SiteCode("saf")));

  @TempDir Path folder;
  private HubSecurity hub;

  @BeforeEach
  void addOne() {
    SetClock clock = new SetClock(Instant.parse("2026-02-14T03:00:00Z"));
    hub = new HubSecurity(folder, clock, new HubSecurity.Database());
    hub.accounts.add("wren", "correct horse", OBSERVER);
  }

  @Test
  void aNewUserCanLogIn() {
    assertThat(hub.identity.ofToken(logIn("correct horse").accessToken()).caller().grants())
        .isEqualTo(OBSERVER);
  }

  @Test
  void refusesANameThatIsTaken() {
    assertFails(ErrorCode.CONFLICT, () -> hub.accounts.add("wren", "another horse", OBSERVER));

    assertThat(logIn("correct horse")).isNotNull();
  }

  @Test
  void refusesNoRolesAndTooMany() {
    Set<Grant> many =
        IntStream.range(1000, 1300)
            .mapToObj(i -> Grant.at(Role.OBSERVER, new SiteCode("site" + i)))
            .collect(Collectors.toSet());

    assertFails(
        ErrorCode.INVALID_ARGUMENT, () -> hub.accounts.add("lark", "correct horse", Set.of()));
    assertFails(ErrorCode.INVALID_ARGUMENT, () -> hub.accounts.changeRoles("wren", Set.of()));
    assertFails(ErrorCode.INVALID_ARGUMENT, () -> hub.accounts.changeRoles("wren", many));
  }

  @Test
  void aRemovedUserHasNothingLeft() {
    Issued issued = logIn("correct horse");
    hub.database.preferences.put("wren", "{\"theme\":\"night\"}");

    hub.accounts.remove("wren");

    assertEnded(issued);
    assertThat(hub.database.preferences.count()).isZero();
    assertFails(ErrorCode.UNAUTHENTICATED, () -> logIn("correct horse"));
    assertFails(ErrorCode.NOT_FOUND, () -> hub.accounts.remove("wren"));
  }

  @Test
  void aNewPasswordEndsWhatTheOldOneBrought() {
    Issued issued = logIn("correct horse");

    hub.accounts.changePassword("wren", "another horse");

    assertEnded(issued);
    assertFails(ErrorCode.UNAUTHENTICATED, () -> logIn("correct horse"));
    assertThat(logIn("another horse")).isNotNull();
  }

  @Test
  void newRolesHoldAtOnce() {
    Issued issued = logIn("correct horse");

    assertThat(hub.accounts.changeRoles("wren", OPERATOR).grants()).isEqualTo(OPERATOR);

    assertEnded(issued);
    assertThat(hub.identity.ofToken(logIn("correct horse").accessToken()).caller().grants())
        .isEqualTo(OPERATOR);
  }

  @Test
  void everyChangeStandsInTheTrailAndNoRefusedOne() {
    hub.accounts.changePassword("wren", "another horse");
    hub.accounts.changeRoles("wren", OPERATOR);
    hub.accounts.remove("wren");
    assertFails(ErrorCode.NOT_FOUND, () -> hub.accounts.remove("wren"));

    assertThat(hub.database.acts.done)
        .containsExactly(
            "user.add wren", "user.password wren", "user.roles wren", "user.remove wren");
  }

  /** The password is good when it is looked at, and is changed before the token is signed. */
  @Test
  void aLoginThatRunsWhileThePasswordChangesBringsNothing() {
    hub.afterVerification(() -> hub.accounts.changePassword("wren", "another horse"));

    assertFails(ErrorCode.UNAUTHENTICATED, () -> logIn("correct horse"));

    assertThat(hub.database.logins.size()).as("logins that could be refreshed").isZero();
  }

  private Issued logIn(String password) {
    return hub.logIn("wren", password);
  }

  private void assertEnded(Issued issued) {
    assertFails(ErrorCode.UNAUTHENTICATED, () -> hub.identity.ofToken(issued.accessToken()));
    assertFails(ErrorCode.UNAUTHENTICATED, () -> hub.service.forRefresh(issued.refreshToken()));
  }

  private static void assertFails(ErrorCode code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
