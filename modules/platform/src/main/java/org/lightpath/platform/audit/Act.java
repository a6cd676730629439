package org.lightpath.platform.audit;

import java.time.Instant;
import org.lightpath.platform.Text;

/**
 * Something that somebody did. Text is cut to what a row holds, and control characters in it become
 * {@code ?}. It never holds a body, a query or a header: there is no secret in it.
 *
 * @param at when it was done, in milliseconds
 * @param action what: {@code POST /jobs/newjob}, {@code login}, {@code user.add}
 * @param thing to what: the path, the user's name
 * @param place site or beamline; empty if it concerns none
 * @param actor who, and from where
 * @param status the HTTP status of the answer; 0 if the row was stored together with the act
 */
public record Act(Instant at, String action, String thing, String place, Actor actor, int status) {

  static final int MAX_ACTION = 96;
  static final int MAX_THING = 256;
  static final int MAX_PLACE = 32;

  /** Cuts what is too long. */
  public Act {
    action = cut(action, MAX_ACTION);
    thing = cut(thing, MAX_THING);
    place = cut(place, MAX_PLACE);
  }

  static String cut(String text, int characters) {
    String printable = Text.printable(text);
    if (printable.length() <= characters) {
      return printable;
    }
    // Half of a surrogate pair would not survive the database.
    int end = Character.isHighSurrogate(printable.charAt(characters - 1)) ? 1 : 0;
    return printable.substring(0, characters - end);
  }
}
