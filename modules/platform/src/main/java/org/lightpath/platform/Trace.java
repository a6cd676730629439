package org.lightpath.platform;

import java.util.concurrent.ThreadLocalRandom;

/**
 * The causal id that follows a request to the pixel: W3C Trace Context level 1.
 *
 * @param id trace-id, 32 hexadecimal digits: the same from the click to the pixel
 * @param span id of our part in it, 16 hexadecimal digits
 */
public record Trace(String id, String span) {

  private static final int ID_START = 3;
  private static final int ID_END = ID_START + 32;
  private static final int SPAN_START = ID_END + 1;
  private static final int SPAN_END = SPAN_START + 16;

  /** Version, trace-id, parent-id and flags with three dashes. */
  private static final int LENGTH = SPAN_END + 3;

  /** A new span in the trace of a {@code traceparent} header, in a new trace if it has none. */
  public static Trace of(String traceparent) {
    return traceparent != null && isValid(traceparent)
        ? continuing(traceparent.substring(ID_START, ID_END))
        : fresh();
  }

  /** A new span in a new trace. */
  public static Trace fresh() {
    return continuing(randomDigits() + randomDigits());
  }

  /** A new span in the trace of that id. */
  public static Trace continuing(String id) {
    return new Trace(id, randomDigits());
  }

  /** The header that tells others of it: version 00, sampled. */
  public String traceparent() {
    return "00-" + id + "-" + span + "-01";
  }

  /** Whether {@code text} has the form of a trace-id. */
  public static boolean isId(String text) {
    return text.length() == ID_END - ID_START && isHex(text, 0, text.length());
  }

  /** Section 3.2.2: version ff and ids of zeros are invalid; later versions may be longer. */
  private static boolean isValid(String header) {
    boolean laterVersion = !header.startsWith("00");
    boolean length =
        header.length() == LENGTH
            || laterVersion && header.length() > LENGTH && header.charAt(LENGTH) == '-';
    return length
        && header.charAt(ID_START - 1) == '-'
        && header.charAt(ID_END) == '-'
        && header.charAt(SPAN_END) == '-'
        && isHex(header, 0, ID_START - 1)
        && isHex(header, ID_START, ID_END)
        && isHex(header, SPAN_START, SPAN_END)
        && isHex(header, SPAN_END + 1, LENGTH)
        && !header.startsWith("ff")
        && !isZero(header, ID_START, ID_END)
        && !isZero(header, SPAN_START, SPAN_END);
  }

  private static boolean isHex(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZero(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  /** 16 digits, not all of them 0. Nobody may rely on their being hard to guess. */
  private static String randomDigits() {
    long bits;
    do {
      bits = ThreadLocalRandom.current().nextLong();
    } while (bits == 0);
    String digits = Long.toHexString(bits);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
