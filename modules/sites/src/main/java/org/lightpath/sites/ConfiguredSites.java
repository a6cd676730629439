package org.lightpath.sites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lightpath.platform.ConfigurationStart;
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

  /** The sites of the checked settings; one that lacks a setting stops the start. */
  @Inject
  public ConfiguredSites(ConfigurationStart configuration) {
    this(configuration.settings());
  }

  /**
   * The sites of {@code settings}, whose values hold what the table of keys asks for.
   *
   * @throws RuntimeException if a code is none or a site lacks a setting; names the key
   */
  public ConfiguredSites(Map<String, String> settings) {
    Map<String, Site> found = new TreeMap<>();
    settings.keySet().stream()
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> key.substring(PREFIX.length()).split("\\.", 2)[0])
        .distinct()
        .forEach(code -> found.put(code, new SiteSettings(settings, new SiteCode(code)).read()));
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
