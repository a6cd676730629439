package org.lightpath.platform.web;

import org.lightpath.platform.security.Caller;

/** The rule of a request's route, and whether its place has been checked. Of one request. */
final class PlaceCheck {

  private final RouteRule rule;
  private volatile boolean missing;

  PlaceCheck(RouteRule rule) {
    this.rule = rule;
    this.missing = rule.hasLatePlace();
  }

  RouteRule rule() {
    return rule;
  }

  /** FORBIDDEN unless the rule admits the caller at {@code place}. */
  void at(Caller caller, String place) {
    missing = false;
    rule.checkAt(caller, place);
  }

  /** Whether the rule admits the caller at every place: then it does not matter which it is. */
  boolean isNeedless(Caller caller) {
    boolean needless = rule.admitsEverywhere(caller);
    missing &= !needless;
    return needless;
  }

  /** For an answer that is given again: the place was checked before it was given first. */
  void wasDone() {
    missing = false;
  }

  /** Whether nobody has checked a place that the rule speaks of. */
  boolean isMissing() {
    return missing;
  }
}
