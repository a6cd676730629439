package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class RoleTest {

  @Test
  void hasItsNameOnTheWireInLowerCaseWithDashes() {
    assertThat(Arrays.stream(Role.values()).map(Role::wireName))
        .containsExactly("viewer", "observer", "site-agent", "pipeline", "operator", "admin");
  }

  @Test
  void isKnownByThatNameOnly() {
    assertThat(Role.ofWireName("site-agent")).contains(Role.SITE_AGENT);
    assertThat(Role.ofWireName("SITE_AGENT")).isEmpty();
    assertThat(Role.ofWireName("owner")).isEmpty();
    assertThat(Role.ofWireName("")).isEmpty();
  }

  @Test
  void ofAnAdminIsEveryRole() {
    assertThat(Caller.everywhere("a", "a", Role.ADMIN).may(Role.PIPELINE)).isTrue();
    assertThat(Caller.everywhere("a", "a", Role.OBSERVER).may(Role.PIPELINE)).isFalse();
    assertThat(Caller.everywhere("a", "a", Role.OBSERVER).may(Role.ADMIN)).isFalse();
  }
}
