package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A token bucket per requester: it holds a minute's requests, each takes one, and they come back
 * evenly over the minute. Thread-safe. The least recently seen of too many requesters is forgotten,
 * and begins with a full bucket should it return.
 */
@ApplicationScoped
public class RateLimits {

  static final int MAX_REQUESTERS = 10_000;
  static final Duration WINDOW = Duration.ofMinutes(1);

  /**
   * What a request met.
   *
   * @param admitted whether it may go on
   * @param remaining requests that may follow at once
   * @param untilNext time until the next one may come; zero if it may at once
   */
  public record Verdict(boolean admitted, long remaining, Duration untilNext) {}

  private record Bucket(double tokens, Instant at) {}

  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MAX_REQUESTERS;
        }
      };

  private long quota;
  private Clock clock;

  /** For the CDI proxy. */
  protected RateLimits() {}

  /**
   * Limits of {@code quota} requests a minute; 0: none.
   *
   * @throws IllegalArgumentException if it is negative
   */
  @Inject
  public RateLimits(
      @ConfigProperty(name = "lightpath.http.requests-per-minute", defaultValue = "60000")
          long quota,
      Clock clock) {
    if (quota < 0) {
      throw new IllegalArgumentException(
          "lightpath.http.requests-per-minute=%d is negative".formatted(quota));
    }
    this.quota = quota;
    this.clock = clock;
  }

  /** Whether there is a limit at all. */
  public boolean isOn() {
    return quota > 0;
  }

  /** Requests a minute. */
  public long quota() {
    return quota;
  }

  /** Counts a request of {@code requester}. */
  public synchronized Verdict take(String requester) {
    Instant now = clock.instant();
    Bucket before = buckets.getOrDefault(requester, new Bucket(quota, now));
    double tokens = Math.min(quota, before.tokens() + earnedSince(before.at(), now));
    boolean admitted = tokens >= 1;
    double left = admitted ? tokens - 1 : tokens;
    buckets.put(requester, new Bucket(left, now));
    long millis = left >= 1 ? 0 : (long) Math.ceil((1 - left) * WINDOW.toMillis() / quota);
    return new Verdict(admitted, (long) left, Duration.ofMillis(millis));
  }

  /** A clock that was set back earns nothing. */
  private double earnedSince(Instant then, Instant now) {
    long millis = Math.max(0, Duration.between(then, now).toMillis());
    return (double) millis * quota / WINDOW.toMillis();
  }
}
