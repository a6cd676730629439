package org.lightpath.platform.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The one answer to where a request comes from: the other end of the connection, or, if that is a
 * declared proxy, the address that the proxy names. Only the one header that the proxy is known to
 * set is read: of another one it would pass on whatever the client wrote. Thread-safe.
 */
@ApplicationScoped
public class ClientAddress {

  /** Key of the networks of the proxies. */
  public static final String NETWORKS = "lightpath.http.proxy.networks";

  private static final String X_FORWARDED_FOR = "x-forwarded-for";
  private static final String FORWARDED = "forwarded";

  /** RFC 7239 section 4: {@code for=192.0.2.43} or {@code for="[2001:db8::17]:4711"}. */
  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(?:\"([^\"]*)\"|([^;\"]*))");

  /** An address with or without port: {@code 192.0.2.43:80}, {@code [2001:db8::17]:80}. */
  private static final Pattern NODE =
      Pattern.compile("\\[([^\\]]+)](?::\\d{1,5})?|([^:]+)(?::\\d{1,5})?|([^\\[\\]]+)");

  private Networks proxies = Networks.parse(NETWORKS, "");
  private String header = X_FORWARDED_FOR;

  /** For the CDI proxy. */
  protected ClientAddress() {}

  /**
   * Addresses behind the declared proxies.
   *
   * @param networks where the proxies are; nobody is believed if it is empty
   * @param header the header they set: {@code X-Forwarded-For} or {@code Forwarded} (RFC 7239)
   */
  @Inject
  public ClientAddress(
      @ConfigProperty(name = NETWORKS) Optional<String> networks,
      @ConfigProperty(name = "lightpath.http.proxy.header", defaultValue = "X-Forwarded-For")
          String header) {
    this.proxies = Networks.parse(NETWORKS, networks.orElse(""));
    this.header = header.toLowerCase(Locale.ROOT);
    if (!List.of(X_FORWARDED_FOR, FORWARDED).contains(this.header)) {
      throw new IllegalArgumentException(
          "lightpath.http.proxy.header=%s is neither X-Forwarded-For nor Forwarded"
              .formatted(header));
    }
  }

  /** Whether any proxy is declared. */
  public boolean hasProxies() {
    return !proxies.isEmpty();
  }

  /**
   * By which scheme the client calls: that of the connection, or, if that is a declared proxy's,
   * the one that the proxy names in {@code X-Forwarded-Proto}.
   */
  public String schemeOf(HttpServletRequest request) {
    return schemeOf(
        request.getRemoteAddr(),
        request.getScheme(),
        Optional.ofNullable(request.getHeader("X-Forwarded-Proto")));
  }

  String schemeOf(String peer, String ofConnection, Optional<String> named) {
    return named
        .filter(it -> proxies.contains(peer(peer)))
        .map(it -> it.strip().toLowerCase(Locale.ROOT))
        .orElse(ofConnection);
  }

  /** Where the request comes from. */
  public InetAddress of(HttpServletRequest request) {
    return of(request.getRemoteAddr(), Collections.list(request.getHeaders(header)));
  }

  /**
   * Where a request comes from: going back from the hub, the first address that is no proxy's. What
   * stands before it in the header is hearsay.
   *
   * @param peer the other end of the connection
   * @param lines the header's lines in the order of the request
   */
  InetAddress of(String peer, List<String> lines) {
    InetAddress current = peer(peer);
    List<String> named = new ArrayList<>(List.of(String.join(",", lines).split(",", -1)));
    while (proxies.contains(current) && !named.isEmpty()) {
      Optional<InetAddress> before = address(named.remove(named.size() - 1));
      if (before.isEmpty()) {
        return current; // "unknown", a pseudonym or rubbish: the proxy is all that is known
      }
      current = before.get();
    }
    return current;
  }

  private static InetAddress peer(String text) {
    return IpAddress.parse(text.replaceFirst("%.*", ""))
        .orElseThrow(() -> new IllegalStateException("the server names no address: " + text));
  }

  private Optional<InetAddress> address(String element) {
    String node = element.strip();
    if (header.equals(FORWARDED)) {
      Matcher named = FOR.matcher(node);
      if (!named.find()) {
        return Optional.empty();
      }
      node = (named.group(1) == null ? named.group(2) : named.group(1)).strip();
    }
    Matcher parts = NODE.matcher(node);
    if (!parts.matches()) {
      return Optional.empty();
    }
    for (int i = 1; i <= parts.groupCount(); i++) {
      if (parts.group(i) != null) {
        return IpAddress.parse(parts.group(i));
      }
    }
    return Optional.empty();
  }
}
