package org.lightpath.platform.web;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lightpath.platform.Site;
import org.lightpath.platform.security.ApiKey;
import org.lightpath.platform.security.Grant;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.security.User;

/** Users, keys and roles as admins see them: never a password, never the secret of a key. */
public final class AccountView {

  private AccountView() {}

  /** A local user. */
  public record OneUser(
      String name, List<String> roles, @JsonbProperty("created_at") long createdAtMillis) {}

  /**
   * Some users.
   *
   * @param next cursor of the next page; null if there is none
   */
  @JsonbNillable(false)
  public record Users(List<OneUser> users, String next) {}

  /**
   * An API key; absent members are null.
   *
   * @param key the key itself in the answer that made it; afterwards its secret is an ellipsis
   */
  @JsonbNillable(false)
  public record OneKey(
      String id,
      String key,
      String name,
      List<String> roles,
      @JsonbProperty("created_by") String createdBy,
      @JsonbProperty("created_at") long createdAtMillis,
      @JsonbProperty("expires_at") Long expiresAtMillis,
      @JsonbProperty("revoked_at") Long revokedAtMillis,
      @JsonbProperty("last_used_at") Long lastUsedAtMillis) {}

  /**
   * Some keys.
   *
   * @param next cursor of the next page; null if there is none
   */
  @JsonbNillable(false)
  public record Keys(List<OneKey> keys, String next) {}

  /** A role and those that it includes. */
  public record OneRole(String name, List<String> includes) {}

  /** What a user or a key can be, and where. */
  public record Roles(List<OneRole> roles, List<String> places) {}

  static OneUser of(User user) {
    return new OneUser(user.name(), texts(user.grants()), user.createdAt().toEpochMilli());
  }

  static Users users(List<User> found, int wanted) {
    List<OneUser> users = found.stream().limit(wanted).map(AccountView::of).toList();
    return new Users(users, found.size() > wanted ? users.get(wanted - 1).name() : null);
  }

  static OneKey masked(ApiKey key) {
    return of(key, "lp_" + key.id() + "_…");
  }

  static OneKey of(ApiKey key, String shown) {
    return new OneKey(
        key.id(),
        shown,
        key.name(),
        texts(key.grants()),
        key.createdBy(),
        key.createdAt().toEpochMilli(),
        millis(key.expiresAt()),
        millis(key.revokedAt()),
        millis(key.lastUsedAt()));
  }

  static Keys keys(List<ApiKey> found, int wanted) {
    List<OneKey> keys = found.stream().limit(wanted).map(AccountView::masked).toList();
    return new Keys(keys, found.size() > wanted ? keys.get(wanted - 1).id() : null);
  }

  static Roles roles(List<Site> sites) {
    return new Roles(
        Stream.of(Role.values()).map(AccountView::of).toList(),
        sites.stream().map(site -> site.code().value()).toList());
  }

  private static OneRole of(Role role) {
    return new OneRole(
        role.wireName(),
        Stream.of(Role.values())
            .filter(other -> other != role && role.covers(other))
            .map(Role::wireName)
            .toList());
  }

  private static List<String> texts(Collection<Grant> grants) {
    return grants.stream().map(Grant::toString).sorted().toList();
  }

  private static Long millis(Optional<Instant> time) {
    return time.map(Instant::toEpochMilli).orElse(null);
  }
}
