package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.network.Networks;

/**
 * Machines that the settings {@code lightpath.security.machine.<name>.*} name: site software and
 * scripts that were written before there were tokens. Whoever calls from such a network is that
 * machine, so it should hold nothing else. There are none unless they are set. Immutable.
 */
@ApplicationScoped
public class ConfiguredMachines implements MachineNetworks {

  private static final String PREFIX = "lightpath.security.machine.";
  private static final Pattern KEY =
      Pattern.compile(Pattern.quote(PREFIX) + "([^.]+)\\.(networks|roles|places)");
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

  /** Stands for every place. */
  private static final String EVERYWHERE = "*";

  private record Machine(String name, Networks networks, Caller caller) {}

  private List<Machine> machines = List.of();

  /** For the CDI proxy. */
  protected ConfiguredMachines() {}

  /** The machines of the hub's configuration. */
  @Inject
  public ConfiguredMachines(Config config) {
    this(settings(config));
  }

  /**
   * The machines that {@code settings} name.
   *
   * @throws IllegalArgumentException if one is admin, lacks a setting, or shares an address with
   *     another
   */
  ConfiguredMachines(Map<String, String> settings) {
    Set<String> names = new HashSet<>();
    List<Machine> read = new ArrayList<>();
    for (String key : settings.keySet()) {
      Matcher parts = KEY.matcher(key);
      if (parts.matches() && names.add(parts.group(1))) {
        read.add(machine(parts.group(1), settings));
      }
    }
    for (int i = 0; i < read.size(); i++) {
      for (Machine other : read.subList(i + 1, read.size())) {
        refuseOverlap(read.get(i), other);
      }
    }
    machines = List.copyOf(read);
  }

  private static Map<String, String> settings(Config config) {
    Map<String, String> settings = new TreeMap<>();
    StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(key -> key.startsWith(PREFIX))
        .forEach(key -> settings.put(key, config.getOptionalValue(key, String.class).orElse("")));
    return settings;
  }

  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    // The container made this bean to call us: settings that cannot be have now stopped the start.
  }

  private static Machine machine(String name, Map<String, String> settings) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          PREFIX + name + ": a machine's name is 1-32 lower-case letters, digits or dashes");
    }
    String key = PREFIX + name + ".networks";
    Networks networks = Networks.parse(key, required(settings, name, "networks"));
    Set<Grant> grants = new HashSet<>();
    for (String word : required(settings, name, "roles").split(",", -1)) {
      Role role = role(name, word.strip());
      for (String place : required(settings, name, "places").split(",", -1)) {
        grants.add(
            place.strip().equals(EVERYWHERE)
                ? Grant.everywhere(role)
                : Grant.at(role, new SiteCode(place.strip())));
      }
    }
    return new Machine(name, networks, new Caller(Caller.MACHINE_PREFIX + name, name, grants));
  }

  private static String required(Map<String, String> settings, String name, String what) {
    String value = settings.getOrDefault(PREFIX + name + "." + what, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(PREFIX + name + "." + what + " is missing");
    }
    return value;
  }

  private static Role role(String name, String word) {
    return Role.ofWireName(word)
        .filter(role -> role != Role.ADMIN)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s%s.roles: '%s' is no role that a machine can have"
                        .formatted(PREFIX, name, word)));
  }

  private static void refuseOverlap(Machine one, Machine other) {
    if (one.networks().overlaps(other.networks())) {
      throw new IllegalArgumentException(
          "%s%s.networks and %s%s.networks share addresses: who calls from there?"
              .formatted(PREFIX, one.name(), PREFIX, other.name()));
    }
  }

  @Override
  public Optional<Caller> at(InetAddress address) {
    return machines.stream()
        .filter(machine -> machine.networks().contains(address))
        .map(Machine::caller)
        .findFirst();
  }
}
