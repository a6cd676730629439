package org.lightpath.platform.audit;

/**
 * Who acts, from where, as part of which story.
 *
 * @param subject the caller's unique id, or {@link #HUB}. No user's name holds parentheses
 * @param address the client's network address; empty if there is none
 * @param trace the trace-id of W3C Trace Context, 32 hexadecimal digits; empty if there is none
 */
public record Actor(String subject, String address, String trace) {

  /** The hub itself. */
  public static final String HUB = "(hub)";

  static final int MAX_SUBJECT = 128;
  static final int MAX_ADDRESS = 45;
  static final int MAX_TRACE = 32;

  /** Cuts what is too long. */
  public Actor {
    subject = Act.cut(subject, MAX_SUBJECT);
    address = Act.cut(address, MAX_ADDRESS);
    trace = Act.cut(trace, MAX_TRACE);
  }

  /** The hub itself, at its own work. */
  public static Actor hub() {
    return new Actor(HUB, "", "");
  }
}
