package org.lightpath.platform.network;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Blocks of addresses that a setting names, separated by commas. Immutable. */
public final class Networks {

  private final List<Network> blocks;

  private Networks(List<Network> blocks) {
    this.blocks = blocks;
  }

  /**
   * Reads the setting; blank is no network at all.
   *
   * @param key the setting's key, for the message
   * @throws IllegalArgumentException if one of them is no network or has bits beyond its prefix
   */
  public static Networks parse(String key, String value) {
    try {
      return new Networks(
          Stream.of(value.split(",", -1))
              .map(String::strip)
              .filter(block -> !block.isEmpty())
              .map(Network::parse)
              .toList());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(key + "=" + value + ": " + e.getMessage(), e);
    }
  }

  /** Whether it names none. */
  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** Whether one of them holds the address. */
  public boolean contains(InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }

  /** Whether there is an address in one of these and one of those. */
  public boolean overlaps(Networks others) {
    return blocks.stream().anyMatch(a -> others.blocks.stream().anyMatch(a::overlaps));
  }
}
