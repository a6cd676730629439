package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Grant;
import org.lightpath.platform.security.Identified;
import org.lightpath.platform.security.Proof;

final class MeViewTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");

  @Test
  void rolesStandOncePerPlace() {
    MeView.Me me = of(identified("viewer,observer@saf,viewer@saf,operator@mrc", Proof.NONE));

    assertThat(me.roles())
        .isEqualTo(
            Map.of("*", List.of("viewer"), "saf", List.of("observer"), "mrc", List.of("operator")));
  }

  @Test
  void aTokenEndsForItsBearerWhenItSaysSo() {
    Proof token = new Proof("id", "login", "01KHD1Y2ZC0000000000000000", NOW.plusSeconds(3660));

    assertThat(of(identified("viewer", token)).sessionExpiresAtMillis())
        .isEqualTo(NOW.plusSeconds(3600).toEpochMilli());
  }

  @Test
  void aKeyEndsAtItsTimeAndANetworkNever() {
    Proof key = new Proof("id", "", "", NOW.plusSeconds(60));

    assertThat(of(identified("viewer", key)).sessionExpiresAtMillis())
        .isEqualTo(NOW.plusSeconds(60).toEpochMilli());
    assertThat(of(identified("viewer", Proof.NONE)).sessionExpiresAtMillis()).isNull();
    assertThat(of(Identified.NOBODY).sessionExpiresAtMillis()).isNull();
  }

  @Test
  void somebodyWithoutRolesLearnsWhomToAsk() {
    MeView.Me me = of(identified("", Proof.NONE));

    assertThat(me.roles()).isEqualTo(Map.of("*", List.of()));
    assertThat(me.contact()).isEqualTo("hub@example.org");
  }

  private static MeView.Me of(Identified who) {
    return MeView.of(who, new TreeMap<>(), "production", NOW, Optional.of("hub@example.org"));
  }

  private static Identified identified(String grants, Proof proof) {
    return new Identified(new Caller("wren", "Wren", Grant.parseAll(grants)), proof);
  }
}
