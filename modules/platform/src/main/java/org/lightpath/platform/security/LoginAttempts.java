package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Slows down who guesses passwords, by account and by network address. After so many failures the
 * next attempt must wait a second, the one after it two, then four, up to a limit; one that comes
 * too early is refused unseen and changes nothing. A success ends the wait of its account, a
 * quarter of an hour without attempts every wait.
 *
 * <p>Nobody can lock somebody else out: where an account has logged in before, its attempts are
 * counted by themselves, and failures elsewhere do not slow them. An address is a whole IPv4
 * address or the /64 network of an IPv6 one. At most 10 000 counts are kept, in memory of this hub;
 * the one that was not used for longest makes room. Thread-safe.
 */
@ApplicationScoped
public class LoginAttempts {

  /** How many failures cost no wait, and the longest wait. */
  private record Limit(int free, Duration longest) {

    Duration waitAfter(int failures) {
      if (failures < free) {
        return Duration.ZERO;
      }
      Duration wait = Duration.ofSeconds(1L << Math.min(failures - free, 20));
      return wait.compareTo(longest) > 0 ? longest : wait;
    }
  }

  private record Count(int failures, Instant last) {}

  /** Under what an attempt is counted, and what remembers where its account has logged in. */
  private record Counted(String account, String address, String home) {}

  private static final Limit OF_ACCOUNT = new Limit(10, Duration.ofMinutes(1));
  private static final Limit OF_ADDRESS = new Limit(30, Duration.ofMinutes(5));
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);
  static final int MAX_COUNTS = 10_000;
  private static final int IPV6_NETWORK_BYTES = 8;

  private final Map<String, Count> counts = new BoundedMap<>(MAX_COUNTS);
  private final Map<String, Boolean> homes = new BoundedMap<>(MAX_COUNTS);
  private Clock clock = Clock.systemUTC();

  /** For the CDI proxy. */
  protected LoginAttempts() {}

  /** Attempts that wait by {@code clock}. */
  @Inject
  public LoginAttempts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Makes an attempt, unless it comes too early.
   *
   * @param check the slow part; empty: name and password do not belong together. While it runs, the
   *     attempt counts as failed: many at once are no way around the wait
   * @throws LightpathException TOO_MANY, with the time to wait, if it comes too early
   */
  public <T> Optional<T> attempt(String account, InetAddress from, Supplier<Optional<T>> check) {
    Counted counted = begin(account, from);
    boolean finished = false;
    try {
      Optional<T> found = check.get();
      finished = true;
      if (found.isPresent()) {
        succeeded(counted);
      }
      return found;
    } finally {
      if (!finished) {
        takeBack(counted.account);
        takeBack(counted.address);
      }
    }
  }

  /** How long an attempt would have to wait now. */
  synchronized Duration waitFor(String account, InetAddress from) {
    return waitOf(countedOf(account, from));
  }

  private synchronized Counted begin(String account, InetAddress from) {
    Counted counted = countedOf(account, from);
    Duration wait = waitOf(counted);
    if (!wait.isZero()) {
      Duration whole = Duration.ofSeconds(wait.plusSeconds(1).minusNanos(1).toSeconds());
      throw new LightpathException(
          ErrorCode.TOO_MANY,
          "too many failed logins; the next attempt is taken in %d s".formatted(whole.toSeconds()),
          whole);
    }
    count(counted.account);
    count(counted.address);
    return counted;
  }

  private Counted countedOf(String account, InetAddress from) {
    String network = network(from);
    String home = "%s at home in %s".formatted(account, network);
    boolean known = homes.get(home) != null;
    return new Counted(known ? home : "account " + account, "address " + network, home);
  }

  private Duration waitOf(Counted counted) {
    return Collections.max(
        List.of(waitOf(counted.account, OF_ACCOUNT), waitOf(counted.address, OF_ADDRESS)));
  }

  private Duration waitOf(String key, Limit limit) {
    Count count = counts.get(key);
    if (count == null) {
      return Duration.ZERO;
    }
    Instant now = clock.instant();
    Duration since = Duration.between(count.last, now);
    if (since.compareTo(FORGOTTEN) >= 0) {
      counts.remove(key);
      return Duration.ZERO;
    }
    if (since.isNegative()) { // the clock was set back: the wait begins anew, and is no longer
      counts.put(key, new Count(count.failures, now));
      since = Duration.ZERO;
    }
    Duration rest = limit.waitAfter(count.failures).minus(since);
    return rest.isNegative() ? Duration.ZERO : rest;
  }

  private void count(String key) {
    counts.merge(key, new Count(1, clock.instant()), (a, b) -> new Count(a.failures + 1, b.last));
  }

  private synchronized void succeeded(Counted counted) {
    counts.remove(counted.account);
    takeBack(counted.address);
    homes.put(counted.home, true);
  }

  private synchronized void takeBack(String key) {
    counts.computeIfPresent(
        key, (k, count) -> count.failures == 1 ? null : new Count(count.failures - 1, count.last));
  }

  /** What one subscriber has of IPv6 is a network, not an address. */
  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(
            address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
  }
}
