package org.lightpath.platform;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The causal id that follows a request to the pixel: the trace-id of W3C Trace Context. */
public final class Trace {

  /** W3C Trace Context level 1, section 3.2.2: version, trace-id, parent-id, flags. */
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  private static final String NONE = "0".repeat(32);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Trace() {}

  /**
   * The trace-id, 32 hexadecimal digits, of a {@code traceparent} header; a new one if it has none.
   */
  public static String idOf(String traceparent) {
    Matcher matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
    return matcher.matches() && !matcher.group(1).equals(NONE) ? matcher.group(1) : fresh();
  }

  private static String fresh() {
    byte[] id = new byte[16];
    RANDOM.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
