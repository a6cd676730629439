package org.lightpath.platform.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as they are written, without ever asking a name server. */
public final class IpAddress {

  private static final String PART = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
  private static final Pattern V4 = Pattern.compile("(" + PART + "\\.){3}" + PART);

  /** Digits, colons, and at the end perhaps four decimal parts; the JDK knows which are one. */
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]{1,45}");

  private IpAddress() {}

  /**
   * The address; empty if that is none. A version 4 address in version 6 form ({@code
   * ::ffff:192.0.2.1}) is the version 4 address.
   */
  public static Optional<InetAddress> parse(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty(); // has a colon, so nobody was asked: it is malformed
    }
  }
}
