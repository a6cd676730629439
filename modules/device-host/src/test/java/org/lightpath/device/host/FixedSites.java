package org.lightpath.device.host;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;

/** Knows the site {@code saf} and no other. */
final class FixedSites implements SiteDirectory {

  static final SiteCode SAF = new SiteCode("saf");

  @Override
  public Optional<Site> find(SiteCode code) {
    return all().stream().filter(site -> site.code().equals(code)).findFirst();
  }

  @Override
  public List<Site> all() {
    return List.of(
        new Site(
            SAF,
            "Apache Ridge",
            35.554,
            -105.87,
            2194,
            ZoneId.of("America/Denver"),
            10,
            782,
            Optional.of("saf")));
  }
}
