package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;
import org.lightpath.platform.security.Grant;

/**
 * Reads what admins send about users and keys. Every failure is INVALID_ARGUMENT; none repeats a
 * value that could be a secret.
 */
@ApplicationScoped
public class AccountBody {

  private static final int MAX_ROLES = 200;

  private SiteDirectory sites;

  /** For the CDI proxy. */
  protected AccountBody() {}

  /** Roles can be bound to the places in {@code sites}. */
  @Inject
  public AccountBody(SiteDirectory sites) {
    this.sites = sites;
  }

  /** A member that is a text. */
  static String text(JsonObject body, String member) {
    if (body.get(member) instanceof JsonString text) {
      return text.getString();
    }
    throw refused("the body needs the text '%s'".formatted(member));
  }

  /** The member {@code roles}: texts like {@code operator} and {@code observer@saf}. */
  Set<Grant> roles(JsonObject body) {
    if (!(body.get("roles") instanceof JsonArray roles) || roles.size() > MAX_ROLES) {
      throw refused(
          "the body needs 'roles', a list of at most %d texts like observer@saf"
              .formatted(MAX_ROLES));
    }
    return roles.stream().map(this::grant).collect(Collectors.toSet());
  }

  private Grant grant(JsonValue value) {
    if (!(value instanceof JsonString text)) {
      throw refused("one of 'roles' is no text");
    }
    Grant grant = Grant.parse(text.getString());
    Optional<SiteCode> unknown = grant.place().filter(place -> sites.find(place).isEmpty());
    if (unknown.isPresent()) {
      throw refused(
          "there is no place '%s'; places are %s"
              .formatted(
                  unknown.get(),
                  sites.all().stream()
                      .map(site -> site.code().value())
                      .collect(Collectors.joining(", "))));
    }
    return grant;
  }

  /** A member that is a time, milliseconds since 1970, up to the year 9999; empty if absent. */
  Optional<Instant> time(JsonObject body, String member) {
    if (!body.containsKey(member)) {
      return Optional.empty();
    }
    if (body.get(member) instanceof JsonNumber number
        && number.isIntegral()
        && number.bigIntegerValue().bitLength() < Long.SIZE) {
      long millis = number.longValue();
      if (millis >= 0 && millis <= 253_402_300_799_999L) {
        return Optional.of(Instant.ofEpochMilli(millis));
      }
    }
    throw refused(
        "%s is no time in milliseconds since 1970, from 0 to 253402300799999".formatted(member));
  }

  private static LightpathException refused(String message) {
    return new LightpathException(ErrorCode.INVALID_ARGUMENT, message);
  }
}
