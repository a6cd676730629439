package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.HubSecurity.SetClock;
import org.lightpath.platform.security.TokenService.Issued;

/** Logins whose tokens are short, and are renewed by the token itself. */
final class BrowserLoginTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Set<Grant> OBSERVER = Set.of(Grant.at(Role.OBSERVER, new SiteCode("saf")));
  private static final Set<Grant> OPERATOR = Set.of(Grant.at(Role.OPERATOR, new SiteCode("saf")));

  @TempDir Path folder;
  private final SetClock clock = new SetClock(Instant.parse("2026-02-14T03:00:00Z"));
  private HubSecurity hub;

  @BeforeEach
  void addOne() {
    hub = new HubSecurity(folder, clock, new HubSecurity.Database());
    hub.accounts.add("wren", "correct horse", OBSERVER);
  }

  @Test
  void holdsForAnHourAndNeverLongerThanAnyToken() {
    Issued issued = begin(HOUR);

    assertThat(issued.life()).isEqualTo(HOUR);
    assertThat(who(issued).end()).contains(clock.instant().plus(HOUR));
    assertThat(begin(Duration.ofDays(2)).life()).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void goesOnAsLongAsItIsRenewed() {
    Issued issued = begin(HOUR);
    for (int hour = 0; hour < 24; hour++) {
      clock.forward(Duration.ofMinutes(50));
      issued = hub.service.forLogin(who(issued), HOUR);
    }

    assertThat(who(issued).getName()).isEqualTo("wren");
    clock.forward(Duration.ofMinutes(62));
    Issued late = issued;
    assertFails(ErrorCode.UNAUTHENTICATED, () -> who(late));
  }

  /** Two tabs of one browser have one cookie, and do not know of each other. */
  @Test
  void canBeRenewedTwiceAtOnce() {
    Issued issued = begin(HOUR);

    Issued one = hub.service.forLogin(who(issued), HOUR);
    Issued two = hub.service.forLogin(who(issued), HOUR);

    assertThat(who(one)).extracting(Identified::getName).isEqualTo("wren");
    assertThat(who(two)).extracting(Identified::getName).isEqualTo("wren");
  }

  @Test
  void endsWithAllItsTokens() {
    Issued issued = begin(HOUR);
    Issued renewed = hub.service.forLogin(who(issued), HOUR);
    Identified known = who(renewed);

    hub.service.revoke(issued.accessToken());

    assertFails(ErrorCode.UNAUTHENTICATED, () -> who(issued));
    assertFails(ErrorCode.UNAUTHENTICATED, () -> who(renewed));
    assertFails(ErrorCode.CONFLICT, () -> hub.service.forLogin(known, HOUR));
  }

  @Test
  void cannotBeRenewedForAMonthAndADay() {
    Issued issued = begin(HOUR);
    Identified known = who(issued);
    clock.forward(Duration.ofDays(30));

    assertFails(ErrorCode.CONFLICT, () -> hub.service.forLogin(known, HOUR));
  }

  @Test
  void endsWithThePasswordAndCannotOutliveItByRenewal() {
    Issued issued = begin(HOUR);
    Identified known = who(issued);

    hub.accounts.changePassword("wren", "another horse");

    assertFails(ErrorCode.UNAUTHENTICATED, () -> who(issued));
    assertFails(ErrorCode.CONFLICT, () -> hub.service.forLogin(known, HOUR));
  }

  @Test
  void isRenewedWithTheRolesOfNow() {
    Issued issued = begin(HOUR);
    Identified known = who(issued);
    // Past Accounts, which would have ended the login.
    hub.database.users.changeGrants("wren", OPERATOR);

    assertThat(who(hub.service.forLogin(known, HOUR)).caller().grants()).isEqualTo(OPERATOR);
    hub.database.users.remove("wren");
    assertFails(ErrorCode.UNAUTHENTICATED, () -> hub.service.forLogin(known, HOUR));
  }

  @Test
  void ofAKeyOrANetworkThereIsNone() {
    assertFails(ErrorCode.CONFLICT, () -> hub.service.forLogin(Identified.NOBODY, HOUR));
  }

  private Issued begin(Duration atMost) {
    return hub.service.forPassword("wren", "correct horse", HERE, atMost);
  }

  private Identified who(Issued issued) {
    return hub.identity.ofToken(issued.accessToken());
  }

  private static void assertFails(ErrorCode code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
