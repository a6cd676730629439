package org.lightpath.platform.security;

import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lightpath.platform.SiteCode;

/**
 * Who makes a request, as a proof that holds says; or {@link #ANONYMOUS}.
 *
 * @param subject unique id: name of a local user, {@code key:<id>}, {@code machine:<name>}, or what
 *     an outside identity provider calls its user
 * @param name name for people
 * @param grants what the caller may be, and where
 */
public record Caller(String subject, String name, Set<Grant> grants) {

  /** Somebody who has proved nothing. */
  public static final Caller ANONYMOUS = new Caller("anonymous", "anonymous", Set.of());

  /** Begins the subject of an API key. */
  public static final String KEY_PREFIX = "key:";

  /** Begins the subject of a machine that is known by its network. */
  public static final String MACHINE_PREFIX = "machine:";

  /** Begins the subject of who can read the hub's signing key, and so signs a token himself. */
  public static final String LAUNCHER_PREFIX = "launcher:";

  /** Copies the grants. */
  public Caller {
    grants = Set.copyOf(grants);
  }

  /** Somebody with these roles at every place. */
  public static Caller everywhere(String subject, String name, Role... roles) {
    return new Caller(
        subject, name, Stream.of(roles).map(Grant::everywhere).collect(Collectors.toSet()));
  }

  /** Whether this is nobody known. */
  public boolean isAnonymous() {
    return subject.equals(ANONYMOUS.subject);
  }

  /** Whether the caller has that role at every place. */
  public boolean may(Role role) {
    return grants.stream().anyMatch(g -> g.place().isEmpty() && g.role().covers(role));
  }

  /** Whether the caller has that role at {@code place}. */
  public boolean may(Role role, SiteCode place) {
    return grants.stream().anyMatch(g -> g.gives(role, place));
  }

  /** Whether there is a place where the caller has that role. */
  public boolean maySomewhere(Role role) {
    return grants.stream().anyMatch(g -> g.role().covers(role));
  }

  /** The roles that the caller was given at every place. */
  public Set<Role> roles() {
    return rolesIn(grants.stream().filter(g -> g.place().isEmpty()));
  }

  /** The roles that the caller was given at {@code place}, there alone or everywhere. */
  public Set<Role> rolesAt(SiteCode place) {
    return rolesIn(grants.stream().filter(g -> g.place().map(place::equals).orElse(true)));
  }

  /** The places that its grants name. */
  public SortedSet<SiteCode> places() {
    return grants.stream()
        .flatMap(g -> g.place().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether this is no person: it has an API key, or is known by its network. */
  public boolean isMachine() {
    return subject.startsWith(KEY_PREFIX) || subject.startsWith(MACHINE_PREFIX);
  }

  private static Set<Role> rolesIn(Stream<Grant> grants) {
    return grants
        .map(Grant::role)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  /** Whether only the hub itself may give somebody that subject. */
  static boolean isReserved(String subject) {
    return subject.equals(ANONYMOUS.subject)
        || subject.startsWith(KEY_PREFIX)
        || subject.startsWith(MACHINE_PREFIX)
        || subject.startsWith(LAUNCHER_PREFIX);
  }
}
