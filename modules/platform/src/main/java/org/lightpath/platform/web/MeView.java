package org.lightpath.platform.web;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Identified;
import org.lightpath.platform.security.Role;

/** A caller as he sees himself. */
public final class MeView {

  private MeView() {}

  /**
   * The caller; absent members are null.
   *
   * @param roles by place; those under {@code *} hold everywhere and are not repeated
   * @param operations by place, likewise
   */
  @JsonbNillable(false)
  public record Me(
      String subject,
      String name,
      Map<String, List<String>> roles,
      Map<String, List<String>> operations,
      @JsonbProperty("session_expires_at") Long sessionExpiresAtMillis,
      String profile,
      @JsonbProperty("server_time_ms") long serverTimeMillis,
      String version,
      String contact) {}

  static Me of(
      Identified who,
      SortedMap<String, List<String>> operations,
      String profile,
      Instant now,
      Optional<String> contact) {
    Caller caller = who.caller();
    return new Me(
        caller.subject(),
        caller.name(),
        roles(caller),
        operations,
        who.end().map(Instant::toEpochMilli).orElse(null),
        profile,
        now.toEpochMilli(),
        // Nobody unknown is told what to look for in lists of weaknesses.
        caller.isAnonymous() ? null : MeView.class.getPackage().getImplementationVersion(),
        contact.orElse(null));
  }

  private static SortedMap<String, List<String>> roles(Caller caller) {
    SortedMap<String, List<String>> byPlace = new TreeMap<>();
    byPlace.put(Operations.EVERYWHERE, words(caller.roles()));
    for (SiteCode place : caller.places()) {
      List<Role> more =
          caller.rolesAt(place).stream().filter(role -> !caller.roles().contains(role)).toList();
      if (!more.isEmpty()) {
        byPlace.put(place.value(), words(more));
      }
    }
    return byPlace;
  }

  private static List<String> words(Collection<Role> roles) {
    return roles.stream().map(Role::wireName).toList();
  }
}
