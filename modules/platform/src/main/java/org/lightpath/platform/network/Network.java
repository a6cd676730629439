package org.lightpath.platform.network;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A block of addresses, written as in RFC 4632 section 3.1 and RFC 4291 section 2.3: {@code
 * 192.0.2.0/24}, {@code 2001:db8::/32}; an address alone is a block of one.
 *
 * @param prefix the first address of the block
 * @param prefixBits how many leading bits its addresses share, 0 to 32 or 0 to 128
 */
record Network(InetAddress prefix, int prefixBits) {

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none, or if bits beyond the prefix are set: then
   *     either address or length is not what was meant
   */
  static Network parse(String text) {
    String[] parts = text.split("/", -1);
    InetAddress address = IpAddress.parse(parts[0]).orElseThrow(() -> malformed(text));
    int all = address.getAddress().length * Byte.SIZE;
    if (parts.length == 1) {
      return new Network(address, all);
    }
    if (parts.length > 2 || !parts[1].matches("[0-9]{1,3}") || Integer.parseInt(parts[1]) > all) {
      throw malformed(text);
    }
    Network network = new Network(address, Integer.parseInt(parts[1]));
    if (!Arrays.equals(network.masked(address), address.getAddress())) {
      throw new IllegalArgumentException(
          "the network '%s' has bits beyond its first %s".formatted(text, parts[1]));
    }
    return network;
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "'%s' is no network such as 192.0.2.0/24 or 2001:db8::/32".formatted(text));
  }

  /** Whether the address lies in the block; one of the other version never does. */
  boolean contains(InetAddress address) {
    return address.getAddress().length == prefix.getAddress().length
        && Arrays.equals(masked(address), prefix.getAddress());
  }

  /** Whether there is an address in both: blocks are apart, or one lies within the other. */
  boolean overlaps(Network other) {
    return contains(other.prefix) || other.contains(prefix);
  }

  private byte[] masked(InetAddress address) {
    byte[] bytes = address.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.max(0, Math.min(Byte.SIZE, prefixBits - i * Byte.SIZE));
      bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
    }
    return bytes;
  }
}
