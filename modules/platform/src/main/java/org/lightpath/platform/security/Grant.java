package org.lightpath.platform.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.Text;

/**
 * A role, everywhere or at one place. As text {@code operator} or {@code observer@saf}.
 *
 * @param role the role
 * @param place where it holds; empty: everywhere
 */
public record Grant(Role role, Optional<SiteCode> place) {

  /** As the columns have it that keep them. */
  private static final int MAX_JOINED = 4000;

  /** The role at every place. */
  public static Grant everywhere(Role role) {
    return new Grant(role, Optional.empty());
  }

  /** The role at one place. */
  public static Grant at(Role role, SiteCode place) {
    return new Grant(role, Optional.of(place));
  }

  /** The grant that {@code text} words; INVALID_ARGUMENT if it words none. */
  public static Grant parse(String text) {
    String[] parts = text.strip().split("@", 2);
    Role role =
        Role.ofWireName(parts[0])
            .orElseThrow(
                () ->
                    new LightpathException(
                        ErrorCode.INVALID_ARGUMENT,
                        "'%s' is no role; roles are %s"
                            .formatted(Text.shortened(parts[0]), roleNames())));
    return parts.length == 1 ? everywhere(role) : at(role, new SiteCode(parts[1]));
  }

  /** Grants separated by commas; none for blank text. */
  public static Set<Grant> parseAll(String text) {
    return Arrays.stream(text.split(","))
        .filter(one -> !one.isBlank())
        .map(Grant::parse)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Refuses an empty set, and one too long to be kept, with INVALID_ARGUMENT. */
  static void check(Set<Grant> grants) {
    if (grants.isEmpty()) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "at least one role is needed, for example observer@saf");
    }
    if (join(grants).length() > MAX_JOINED) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "the roles have %d characters; the limit is %d"
              .formatted(join(grants).length(), MAX_JOINED));
    }
  }

  /** The text that {@link #parseAll} reads, always in the same order. */
  public static String join(Collection<Grant> grants) {
    return grants.stream().map(Grant::toString).sorted().collect(Collectors.joining(","));
  }

  /** Whether it gives {@code wanted} at {@code where}. */
  boolean gives(Role wanted, SiteCode where) {
    return role.covers(wanted) && (place.isEmpty() || place.get().equals(where));
  }

  private static String roleNames() {
    return Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return role.wireName() + place.map(p -> "@" + p).orElse("");
  }
}
