package org.lightpath.launcher.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lightpath.device.host.DeviceCheck;
import org.lightpath.device.host.PluginCatalog;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.config.KeyTable;
import org.lightpath.sites.ConfiguredSites;

/** Each site and its devices, read and made by the hub's own code; no device is connected. */
final class SiteChecks {

  private static final String SITES = "lightpath.site.";

  private final KeyTable table;
  private final Path scratch;

  /**
   * Checks of sites.
   *
   * @param scratch a folder for drivers that write while they are made
   */
  SiteChecks(KeyTable table, Path scratch) {
    this.table = table;
    this.scratch = scratch;
  }

  /** One finding per site or device that would stop the start, or one that says there is none. */
  List<Finding> findings(Map<String, String> settings, PluginCatalog drivers) {
    List<Finding> findings = new ArrayList<>();
    bySite(settings).forEach((code, site) -> findings.addAll(ofSite(code, site, drivers)));
    if (findings.isEmpty()) {
      findings.add(Finding.good("no site is configured"));
    }
    return findings;
  }

  private static SortedMap<String, Map<String, String>> bySite(Map<String, String> settings) {
    SortedMap<String, Map<String, String>> sites = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(SITES)) {
            String code = key.substring(SITES.length()).split("\\.", 2)[0];
            sites.computeIfAbsent(code, it -> new TreeMap<>()).put(key, value);
          }
        });
    return sites;
  }

  private List<Finding> ofSite(String code, Map<String, String> site, PluginCatalog drivers) {
    boolean readable =
        site.entrySet().stream()
            .allMatch(
                it ->
                    table
                        .find(it.getKey())
                        .flatMap(key -> key.fault(it.getKey(), it.getValue()))
                        .isEmpty());
    if (!readable) {
      return List.of(
          Finding.bad(
              code + " cannot be read for a value above",
              "Correct it, then ask the doctor again."));
    }
    ConfiguredSites directory;
    try {
      directory = new ConfiguredSites(site);
    } catch (LightpathException | IllegalArgumentException e) {
      return List.of(
          Finding.bad(
              code + ": " + e.getMessage(), "Write it into sites/" + code + ".properties."));
    }
    List<Finding> faults =
        new DeviceCheck(directory, scratch, Clock.systemUTC())
            .faults(drivers, site).stream()
                .map(fault -> Finding.bad(fault, "Correct that key; the hub would not start."))
                .toList();
    return faults.isEmpty() ? List.of(Finding.good(code + ": every driver can be made")) : faults;
  }
}
