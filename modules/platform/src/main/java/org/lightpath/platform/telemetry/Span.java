package org.lightpath.platform.telemetry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One stretch of a story: what a part of the hub did for a trace.
 *
 * @param part the part: {@code jobs}, {@code archive} or {@code pipe}
 * @param name what it did, for people
 * @param start when it began
 * @param end when it ended; empty while it goes on
 * @param status how it stands, in the part's own words, for example {@code COMPLETE}
 * @param links paths of the hub that show what it is about
 */
public record Span(
    String part,
    String name,
    Instant start,
    Optional<Instant> end,
    String status,
    List<String> links) {

  /** Copies the list. */
  public Span {
    links = List.copyOf(links);
  }
}
