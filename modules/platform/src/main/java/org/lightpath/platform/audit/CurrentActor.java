package org.lightpath.platform.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Who acts in this request, and on what. Until a filter has said it, that is the hub at its own
 * work.
 */
@RequestScoped
public class CurrentActor {

  private Actor actor = Actor.hub();
  private Optional<String> thing = Optional.empty();
  private String place = "";
  private boolean recorded;

  /** Says who makes this request. */
  public void is(Actor who) {
    actor = who;
  }

  /**
   * Says which thing the request is about, where its path does not: a job's id, a user's name.
   *
   * @param what never a secret
   * @param where the place that it belongs to; empty if it belongs to none
   */
  public void concerns(String what, String where) {
    thing = Optional.of(what);
    place = where;
  }

  /** Who it is. */
  public Actor actor() {
    return actor;
  }

  /** What the request is about, if the route has said so. */
  public Optional<String> thing() {
    return thing;
  }

  /** The place of that; empty if there is none. */
  public String place() {
    return place;
  }

  /** Whether a row of what this request did has been made inside its transaction. */
  public boolean isRecorded() {
    return recorded;
  }

  void record() {
    recorded = true;
  }
}
