package org.lightpath.archive;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;

/** Knows saf, whose images the PIPE queue eva hears of. */
final class OneSite implements SiteDirectory {

  @Override
  public Optional<Site> find(SiteCode code) {
    return all().stream().filter(site -> site.code().equals(code)).findFirst();
  }

  @Override
  public List<Site> all() {
    SiteCode saf = new SiteCode("saf");
    ZoneId zone = ZoneId.of("America/Denver");
    return List.of(new Site(saf, "saf", 35.554, -105.87, 2194, zone, 10, 782, Optional.of("eva")));
  }
}
