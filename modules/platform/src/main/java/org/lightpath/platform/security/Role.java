package org.lightpath.platform.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may be. On the wire in lower case with dashes: {@code site-agent}. */
public enum Role {
  /** Looks on. */
  VIEWER,
  /** Asks a site for exposures. */
  OBSERVER,
  /** The software of a site. */
  SITE_AGENT,
  /** A machine that processes images. */
  PIPELINE,
  /** Runs a site or a beamline. */
  OPERATOR,
  /** May do everything. */
  ADMIN;

  /** Whether who is this is also {@code other}: an admin is everything, and everybody looks on. */
  public boolean covers(Role other) {
    return this == other || this == ADMIN || other == VIEWER;
  }

  /** The name on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of that name on the wire, empty if there is none. */
  public static Optional<Role> ofWireName(String name) {
    return Stream.of(values()).filter(r -> r.wireName().equals(name)).findFirst();
  }
}
