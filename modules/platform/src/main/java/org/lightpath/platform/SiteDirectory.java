package org.lightpath.platform;

import java.util.List;
import java.util.Optional;

/** Port to the known sites; the feature {@code sites} implements it. Thread-safe. */
public interface SiteDirectory {

  /** The site of that code, empty if there is none. */
  Optional<Site> find(SiteCode code);

  /** Every site, by code. */
  List<Site> all();
}
