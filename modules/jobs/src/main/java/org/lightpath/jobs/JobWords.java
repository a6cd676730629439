package org.lightpath.jobs;

import java.util.List;
import java.util.Set;

/** The statuses with a meaning for the hub; others are free words of the site's software. */
public final class JobWords {

  /** Nobody has it yet. */
  public static final String UNREAD = "UNREAD";

  /** Somebody has it. */
  public static final String RECEIVED = "RECEIVED";

  /** Its device is at work. */
  public static final String STARTED = "STARTED";

  /** The shutter is open. */
  public static final String EXPOSING = "EXPOSING";

  /** The image is on its way into the archive. */
  public static final String SAVING = "SAVING";

  /** Done. */
  public static final String COMPLETE = "COMPLETE";

  /** It will not be done; the reason stands beside it. */
  public static final String FAILED = "FAILED";

  private static final Set<String> TERMINAL = Set.of(COMPLETE, "COMPLETED", FAILED, "CANCELED");

  /** What a job that has not ended can say, as far as the hub knows. */
  public static final List<String> OPEN = List.of(UNREAD, RECEIVED, STARTED, EXPOSING, SAVING);

  private JobWords() {}

  /** Whether a job with that status has ended. */
  public static boolean isTerminal(String status) {
    return TERMINAL.contains(status);
  }
}
