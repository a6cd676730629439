package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.platform.SiteCode;

/** The networks are those of RFC 5737 and RFC 3849, which are set aside for examples. */
final class ConfiguredMachinesTest {

  private static final String PREFIX = "lightpath.security.machine.";
  private static final SiteCode SAF = new SiteCode("saf");
  private static final SiteCode OTHER = new SiteCode("mrc");

  private static InetAddress address(String number) {
    try {
      return InetAddress.getByName(number); // a number: nobody is asked
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> daq() {
    Map<String, String> settings = new HashMap<>();
    settings.put(PREFIX + "daq.networks", "192.0.2.0/28, 2001:db8:7::/48");
    settings.put(PREFIX + "daq.roles", "pipeline, site-agent");
    settings.put(PREFIX + "daq.places", "saf");
    return settings;
  }

  @Test
  void whoeverCallsFromTheNetworkIsTheMachine() {
    ConfiguredMachines machines = new ConfiguredMachines(daq());

    Caller machine = machines.at(address("192.0.2.15")).orElseThrow();
    assertThat(machine.subject()).isEqualTo("machine:daq");
    assertThat(machine.may(Role.PIPELINE, SAF)).isTrue();
    assertThat(machine.may(Role.SITE_AGENT, SAF)).isTrue();
    assertThat(machine.may(Role.PIPELINE, OTHER)).isFalse();
    assertThat(machine.may(Role.OBSERVER, SAF)).isFalse();
    assertThat(machines.at(address("2001:db8:7::1"))).contains(machine);
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.16", "192.0.1.255", "2001:db8:8::1", "127.0.0.1"})
  void nobodyElseIs(String address) {
    assertThat(new ConfiguredMachines(daq()).at(address(address))).isEmpty();
  }

  @Test
  void thereIsNoneUnlessSet() {
    assertThat(new ConfiguredMachines(Map.of()).at(address("127.0.0.1"))).isEmpty();
  }

  @Test
  void aStarIsEveryPlace() {
    Map<String, String> settings = daq();
    settings.put(PREFIX + "daq.places", "*");

    Caller machine = new ConfiguredMachines(settings).at(address("192.0.2.1")).orElseThrow();

    assertThat(machine.may(Role.PIPELINE)).isTrue();
    assertThat(machine.may(Role.ADMIN)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "daq.roles, admin, admin",
    "daq.roles, 'pipeline, ADMIN', ADMIN",
    "daq.roles, '', daq.roles is missing",
    "daq.networks, '', daq.networks is missing",
    "daq.networks, 192.0.2.1/28, beyond its first",
    "daq.places, '', daq.places is missing",
    "daq.places, '?', site code",
    "DAQ.networks, 203.0.113.1, lower-case",
  })
  void settingsThatCannotBeStopTheStart(String key, String value, String complaint) {
    Map<String, String> settings = daq();
    settings.put(PREFIX + key, value);

    assertThatThrownBy(() -> new ConfiguredMachines(settings)).hasMessageContaining(complaint);
  }

  @Test
  void anAddressIsOneMachinesAlone() {
    Map<String, String> settings = daq();
    settings.put(PREFIX + "other.networks", "192.0.2.7");
    settings.put(PREFIX + "other.roles", "viewer");
    settings.put(PREFIX + "other.places", "*");

    assertThatThrownBy(() -> new ConfiguredMachines(settings))
        .hasMessageContaining("machine.daq.networks")
        .hasMessageContaining("machine.other.networks");
  }
}
