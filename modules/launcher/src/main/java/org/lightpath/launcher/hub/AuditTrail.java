package org.lightpath.launcher.hub;

import java.util.Optional;
import java.util.function.Supplier;
import org.lightpath.launcher.json.Json;
import org.lightpath.launcher.terminal.LaunchException;

/** The audit trail of a hub, as its admins can check it. Every failure is what the hub said. */
public final class AuditTrail {

  private static final String VERIFY = "/api/admin/audit/verify?after=";

  private final Supplier<HubClient> hub;

  /**
   * The trail of one hub.
   *
   * @param hub a client whose token is an admin's; asked for anew for each part of a long trail
   */
  public AuditTrail(Supplier<HubClient> hub) {
    this.hub = hub;
  }

  /**
   * What a check has found.
   *
   * @param from number of the first entry
   * @param to number of the last entry that is as it was written
   * @param hash hash of that entry
   * @param fault what is wrong with the next one, in a sentence; empty: there is none
   */
  public record Check(long from, long to, String hash, Optional<String> fault) {

    /** For people: {@code 1 to 17}, or {@code none yet}. */
    public String entries() {
      return to < from ? "none yet" : from + " to " + to;
    }
  }

  /** Checks the whole trail, a part after the other. */
  public Check verify() throws LaunchException, InterruptedException {
    Json part = part(0);
    long from = number(part, "from");
    while (!part.text("complete", "").equals("true") && part.get("broken").text().isEmpty()) {
      part = part(number(part, "to"));
    }
    String reason = part.text("reason", "is not as it was written");
    Optional<String> fault =
        part.get("broken")
            .text()
            .map(entry -> "Entry %s of the audit trail %s.".formatted(entry, reason));
    return new Check(from, number(part, "to"), part.text("hash", ""), fault);
  }

  private Json part(long after) throws LaunchException, InterruptedException {
    return hub.get().get(VERIFY + after);
  }

  private static long number(Json part, String member) throws LaunchException {
    String text = part.text(member, "nothing");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new LaunchException("%s… answered %s as '%s'.".formatted(VERIFY, text, member));
    }
  }
}
