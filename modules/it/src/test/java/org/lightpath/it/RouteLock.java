package org.lightpath.it;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;

/**
 * Whom an operation admits, as the contract says: {@code security} and {@code x-place}.
 *
 * @param openAlways whether nobody needs a proof in any profile
 * @param openInDevelopment whether nobody needs one in development
 * @param forSessions whether a session is all that is needed, and nothing else will do
 * @param roles any one of these is enough otherwise
 * @param where where the role must be held
 */
record RouteLock(
    boolean openAlways,
    boolean openInDevelopment,
    boolean forSessions,
    Set<String> roles,
    Where where) {

  /** Where a role must be held. */
  enum Where {
    /** At every place. */
    EVERYWHERE,
    /** At any one place. */
    ANYWHERE,
    /** At the place that the request names. */
    THERE
  }

  /** What the hub must answer. */
  enum Answer {
    ADMITTED,
    UNAUTHENTICATED,
    FORBIDDEN
  }

  /** The lock of that operation; fails if the contract's words are none that are known here. */
  static RouteLock of(Contract.Operation operation) {
    JsonArray security = operation.spec().getJsonArray("security");
    Set<String> roles = new HashSet<>();
    for (JsonObject one : security.getValuesAs(JsonObject.class)) {
      if (one.containsKey("bearer")) {
        one.getJsonArray("bearer").getValuesAs(JsonString::getString).forEach(roles::add);
      }
    }
    boolean openAlways = security.isEmpty();
    boolean forSessions =
        security.getValuesAs(JsonObject.class).stream().anyMatch(one -> one.containsKey("cookie"));
    if (!openAlways && !forSessions && roles.isEmpty()) {
      throw new AssertionError(operation + " names no role");
    }
    return new RouteLock(
        openAlways,
        openAlways || security.contains(JsonValue.EMPTY_JSON_OBJECT),
        forSessions,
        roles,
        where(operation));
  }

  private static Where where(Contract.Operation operation) {
    String place = operation.spec().getString("x-place", "");
    if (place.isEmpty()) {
      return Where.EVERYWHERE;
    }
    if (place.equals("address *")) {
      return Where.ANYWHERE;
    }
    if (place.matches("(address|body|thing) .+")) {
      return Where.THERE;
    }
    throw new AssertionError(operation + ": x-place '" + place + "' is not known here");
  }

  /** Whether nobody needs a proof. */
  boolean isOpen(boolean development) {
    return openAlways || development && openInDevelopment;
  }

  /** What that caller must be answered. */
  Answer answerTo(PolicyCaller caller, boolean development) {
    if (caller.isExpired()) {
      return Answer.UNAUTHENTICATED;
    }
    if (isOpen(development)) {
      return Answer.ADMITTED;
    }
    if (forSessions) {
      return caller.hasSession() ? Answer.ADMITTED : Answer.UNAUTHENTICATED;
    }
    if (caller.role().isEmpty()) {
      return Answer.UNAUTHENTICATED;
    }
    boolean there =
        switch (where) {
          case EVERYWHERE -> caller.place() == PolicyCaller.Place.EVERY;
          case ANYWHERE -> true;
          case THERE -> caller.place() != PolicyCaller.Place.FOREIGN;
        };
    return there && covers(caller.role()) ? Answer.ADMITTED : Answer.FORBIDDEN;
  }

  /** An admin may do everything, and every role includes viewer. */
  private boolean covers(String role) {
    return role.equals("admin") || roles.contains(role) || roles.contains("viewer");
  }
}
