package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;

final class GrantTest {

  private static final SiteCode SAF = new SiteCode("saf");
  private static final SiteCode MRC = new SiteCode("mrc");

  @Test
  void readsWhatItWrites() {
    Set<Grant> grants = Set.of(Grant.everywhere(Role.VIEWER), Grant.at(Role.SITE_AGENT, SAF));

    assertThat(Grant.join(grants)).isEqualTo("site-agent@saf,viewer");
    assertThat(Grant.parseAll("site-agent@saf,viewer")).isEqualTo(grants);
    assertThat(Grant.parseAll("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "Observer", "observer@", "observer@s", "observer@a/b", "@saf"})
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> Grant.parse(text))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
  }

  @Test
  void holdsAtItsPlaceOnly() {
    Caller wren = new Caller("wren", "Wren", Set.of(Grant.at(Role.OBSERVER, SAF)));

    assertThat(wren.may(Role.OBSERVER, SAF)).isTrue();
    assertThat(wren.may(Role.OBSERVER, MRC)).isFalse();
    assertThat(wren.may(Role.OBSERVER)).isFalse();
    assertThat(wren.maySomewhere(Role.OBSERVER)).isTrue();
    assertThat(wren.maySomewhere(Role.OPERATOR)).isFalse();
    assertThat(wren.roles()).isEmpty();
    assertThat(wren.rolesAt(SAF)).containsExactly(Role.OBSERVER);
    assertThat(wren.rolesAt(MRC)).isEmpty();
  }

  @Test
  void ofAnAdminOfOnePlaceEndsThere() {
    Caller wren = new Caller("wren", "Wren", Set.of(Grant.at(Role.ADMIN, SAF)));

    assertThat(wren.may(Role.PIPELINE, SAF)).isTrue();
    assertThat(wren.may(Role.PIPELINE, MRC)).isFalse();
    assertThat(wren.may(Role.ADMIN)).isFalse();
  }

  @Test
  void ofAnyRoleLetsLookOn() {
    assertThat(Caller.everywhere("p", "p", Role.PIPELINE).may(Role.VIEWER)).isTrue();
    assertThat(Caller.everywhere("v", "v", Role.VIEWER).may(Role.OBSERVER)).isFalse();
    assertThat(Caller.ANONYMOUS.may(Role.VIEWER)).isFalse();
    assertThat(Caller.ANONYMOUS.maySomewhere(Role.VIEWER)).isFalse();
  }
}
