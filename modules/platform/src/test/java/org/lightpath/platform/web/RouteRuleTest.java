package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Grant;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;

final class RouteRuleTest {

  private static final Caller OF_SAF = caller("operator@saf");
  private static final Caller OF_ALL = caller("operator");
  private static final Caller VIEWER = caller("viewer");

  /** Routes of every kind. */
  @SuppressWarnings("unused")
  private static final class Routes {

    @Open("because")
    @Allowed(value = Role.VIEWER, place = "site")
    void openInDevelopment() {}

    @Open(value = "because", inProduction = true)
    void openAlways() {}

    @Allowed(Role.OPERATOR)
    void everywhere() {}

    @Allowed(value = Role.OPERATOR, place = Allowed.ANYWHERE)
    void anywhere() {}

    @Allowed(value = Role.OPERATOR, place = "site", in = Allowed.In.BODY)
    void body() {}

    void forgotten() {}
  }

  @Test
  void ofAnOpenRouteHoldsInProductionUnlessItIsOpenThereToo() {
    assertThat(rule("openInDevelopment", true).open()).isTrue();
    assertThat(rule("openInDevelopment", false).open()).isFalse();
    assertThat(rule("openInDevelopment", false).hasPlaceInAddress()).isTrue();
    assertThat(rule("openAlways", false).open()).isTrue();
  }

  @Test
  void thatIsMissingAdmitsNobody() {
    assertForbidden(() -> rule("forgotten", true).check(caller("admin")));
  }

  @Test
  void withoutPlaceNeedsTheRoleEverywhere() {
    rule("everywhere", false).check(OF_ALL);
    rule("everywhere", false).check(caller("admin"));
    assertForbidden(() -> rule("everywhere", false).check(OF_SAF));
    assertForbidden(() -> rule("everywhere", false).check(VIEWER));
  }

  @Test
  void aboutAnyPlaceNeedsTheRoleSomewhere() {
    rule("anywhere", false).check(OF_SAF);
    assertThat(rule("anywhere", false).hasPlaceInAddress()).isFalse();
    assertForbidden(() -> rule("anywhere", false).check(VIEWER));
  }

  @Test
  void aboutAPlaceNeedsTheRoleThere() {
    RouteRule rule = rule("body", false);

    rule.checkAt(OF_SAF, "saf");
    rule.checkAt(OF_ALL, "mrc");
    rule.checkAt(OF_ALL, "no place code!");
    assertForbidden(() -> rule.checkAt(OF_SAF, "mrc"));
    assertForbidden(() -> rule.checkAt(OF_SAF, "SAF"));
    assertForbidden(() -> rule.checkAt(OF_SAF, "no place code!"));
    assertForbidden(() -> rule.checkAt(VIEWER, "saf"));
  }

  @Test
  void whosePlaceNobodyCheckedIsMissedUntilSomebodyDoes() {
    PlaceCheck check = new PlaceCheck(rule("body", false));
    assertThat(check.isMissing()).isTrue();

    assertThat(check.isNeedless(OF_SAF)).isFalse();
    assertThat(check.isMissing()).isTrue();
    check.at(OF_SAF, "saf");
    assertThat(check.isMissing()).isFalse();
  }

  @Test
  void whosePlaceDoesNotMatterIsNotMissed() {
    PlaceCheck ofAll = new PlaceCheck(rule("body", false));

    assertThat(ofAll.isNeedless(OF_ALL)).isTrue();
    assertThat(ofAll.isMissing()).isFalse();
    assertThat(new PlaceCheck(rule("everywhere", false)).isMissing()).isFalse();
    assertThat(new PlaceCheck(rule("openInDevelopment", true)).isMissing()).isFalse();
  }

  private static RouteRule rule(String method, boolean development) {
    try {
      return RouteRule.of(Routes.class.getDeclaredMethod(method), development);
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static Caller caller(String grants) {
    return new Caller("wren", "Wren", Grant.parseAll(grants));
  }

  private static void assertForbidden(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
  }

  @Test
  void thatIsOpenAdmitsEverybodyEverywhere() {
    RouteRule open = rule("openInDevelopment", true);

    assertThatCode(() -> open.checkAt(Caller.ANONYMOUS, "mrc")).doesNotThrowAnyException();
    assertThat(open.admitsEverywhere(Caller.ANONYMOUS)).isTrue();
  }
}
