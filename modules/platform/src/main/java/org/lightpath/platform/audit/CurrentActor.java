package org.lightpath.platform.audit;

import jakarta.enterprise.context.RequestScoped;

/** Who acts in this request. Until a filter has said it, that is the hub at its own work. */
@RequestScoped
public class CurrentActor {

  private Actor actor = Actor.hub();
  private boolean recorded;

  /** Says who makes this request. */
  public void is(Actor who) {
    actor = who;
  }

  /** Who it is. */
  public Actor actor() {
    return actor;
  }

  /** Whether a row of what this request did has been made inside its transaction. */
  public boolean isRecorded() {
    return recorded;
  }

  void record() {
    recorded = true;
  }
}
