package org.lightpath.it;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody who calls.
 *
 * @param name for messages
 * @param headers what he sends
 * @param role his role; empty: none
 * @param place where he has it
 */
record PolicyCaller(String name, Map<String, String> headers, String role, Place place) {

  /** Whoever has a token, has it in this name. */
  static final String SUBJECT = "walker";

  static final String OWN = "saf";
  static final String FOREIGN = "mrc";

  private static final List<String> ROLES =
      List.of("viewer", "observer", "site-agent", "pipeline", "operator", "admin");

  private static final String SESSION = "session of ";
  private static final String EXPIRED = "expired token";

  /** Where somebody has his role, seen from the place that a request names. */
  enum Place {
    OWN,
    FOREIGN,
    EVERY
  }

  static final PolicyCaller NOBODY = new PolicyCaller("nobody", Map.of(), "", Place.EVERY);

  /** Everybody there can be: no proof, an expired one, each role at each place, machines. */
  static List<PolicyCaller> all(MintedToken tokens) {
    Instant soon = Instant.now().plus(Duration.ofHours(1));
    Instant past = Instant.now().minus(Duration.ofHours(1));
    List<PolicyCaller> callers = new ArrayList<>();
    callers.add(NOBODY);
    String expired = tokens.of(SUBJECT, List.of("admin"), List.of(), past);
    callers.add(new PolicyCaller(EXPIRED, bearer(expired), "admin", Place.EVERY));
    for (String role : ROLES) {
      String every = tokens.of(SUBJECT, List.of(role), List.of(), soon);
      String own = tokens.of(SUBJECT, List.of(), List.of(role + "@" + OWN), soon);
      String foreign = tokens.of(SUBJECT, List.of(), List.of(role + "@" + FOREIGN), soon);
      callers.add(new PolicyCaller(role, bearer(every), role, Place.EVERY));
      callers.add(new PolicyCaller(role + "@" + OWN, bearer(own), role, Place.OWN));
      callers.add(new PolicyCaller(role + "@" + FOREIGN, bearer(foreign), role, Place.FOREIGN));
    }
    String admin = tokens.sealed(tokens.of(SUBJECT, List.of("admin"), List.of(), soon));
    callers.add(session("admin", "", Place.EVERY, admin));
    for (Place place : List.of(Place.OWN, Place.FOREIGN)) {
      String at = "@" + (place == Place.OWN ? OWN : FOREIGN);
      String token = tokens.of(SUBJECT, List.of(), List.of("operator" + at), soon);
      callers.add(session("operator", at, place, tokens.sealed(token)));
    }
    callers.add(machine("own", "192.0.2.1", Place.OWN));
    callers.add(machine("foreign", "192.0.2.2", Place.FOREIGN));
    return callers;
  }

  /**
   * A page of the hub, whose browser has the token in its cookie; the name depends on the profile.
   */
  private static PolicyCaller session(String role, String at, Place place, String value) {
    String cookies = "lightpath-session=%s; __Host-lightpath-session=%s".formatted(value, value);
    return new PolicyCaller(
        SESSION + role + at, Map.of("Cookie", cookies, "X-Lightpath-Request", "1"), role, place);
  }

  /** A token that opens everything. */
  static String admin(MintedToken tokens) {
    Instant soon = Instant.now().plus(Duration.ofHours(1));
    return tokens.of(SUBJECT, List.of("admin"), List.of(), soon);
  }

  /** Without a token, from a network that src/test/config/policy names. */
  private static PolicyCaller machine(String name, String address, Place place) {
    return new PolicyCaller(
        "machine " + name, Map.of("X-Forwarded-For", address), "pipeline", place);
  }

  static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  boolean isExpired() {
    return name.equals(EXPIRED);
  }

  boolean hasSession() {
    return name.startsWith(SESSION);
  }

  @Override
  public String toString() {
    return name;
  }
}
