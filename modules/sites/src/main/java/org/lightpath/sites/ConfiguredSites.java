package org.lightpath.sites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;

/** The sites of {@code lightpath.site.<code>.*}, read once. Thread-safe. */
@ApplicationScoped
public class ConfiguredSites implements SiteDirectory {

  private static final String PREFIX = "lightpath.site.";

  private Map<String, Site> sites = Map.of();

  /** For the CDI proxy. */
  protected ConfiguredSites() {}

  /** Reads every site; one that lacks a setting or has a wrong one stops the start. */
  @Inject
  public ConfiguredSites(Config config) {
    Map<String, Site> found = new TreeMap<>();
    StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()).split("\\.", 2)[0])
        .distinct()
        .forEach(code -> found.put(code, new SiteSettings(config, new SiteCode(code)).read()));
    sites = Map.copyOf(found);
  }

  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    // The container made this bean to call us: whatever is wrong with a site has now been said.
  }

  @Override
  public Optional<Site> find(SiteCode code) {
    return Optional.ofNullable(sites.get(code.value()));
  }

  @Override
  public List<Site> all() {
    return sites.values().stream().sorted((a, b) -> a.code().compareTo(b.code())).toList();
  }
}
