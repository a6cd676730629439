package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;
import org.lightpath.platform.network.ClientAddress;

/**
 * Tells a request of the hub's own pages from one that a page of somebody else has made the browser
 * send: the browser adds the session cookie to either. Thread-safe.
 */
@ApplicationScoped
public class OwnPage {

  /** A page can send it elsewhere only if {@link CorsPolicy} allows that. */
  static final String MARK = "X-Lightpath-Request";

  /** Methods that change nothing (RFC 9110, section 9.2.1). */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private static final String ORIGIN = "Origin";
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  private Optional<String> publicOrigin = Optional.empty();
  private ClientAddress addresses;

  /** For the CDI proxy. */
  protected OwnPage() {}

  /**
   * Pages of this hub.
   *
   * @param publicUrl its address for others, when a proxy stands before it
   */
  @Inject
  public OwnPage(
      @ConfigProperty(name = "lightpath.public-url") Optional<URI> publicUrl,
      ClientAddress addresses) {
    this.publicOrigin = publicUrl.map(OwnPage::originOf);
    this.addresses = addresses;
  }

  /** Whether the request's method may change something. */
  static boolean isWrite(HttpServletRequest http) {
    return !SAFE.contains(http.getMethod());
  }

  /**
   * Refuses what another page could have sent. Every browser of today sends {@code Origin} or
   * {@code Sec-Fetch-Site} with a write; a program that sends neither is not led by a page.
   *
   * @param mark the request's header {@link #MARK}, null if it has none
   * @throws LightpathException FORBIDDEN, with what is missing
   */
  void demand(HttpServletRequest http, String mark) {
    if (!"1".equals(mark)) {
      throw forbidden("needs the header %s: 1".formatted(MARK));
    }
    String site = http.getHeader(FETCH_SITE);
    if (http.getHeader(ORIGIN) != null) {
      demandOrigin(http);
    } else if (site != null && !site.equals("same-origin")) {
      throw forbidden("is for the hub's own pages; this one is %s".formatted(Text.shortened(site)));
    }
  }

  /** Refuses with FORBIDDEN what does not say that it comes from a page of the hub. */
  void demandOrigin(HttpServletRequest http) {
    String origin = String.valueOf(http.getHeader(ORIGIN));
    if (!isOwn(http, origin)) {
      throw forbidden(
          "is for pages of the hub's own origin; this one has %s"
              .formatted(Text.shortened(origin)));
    }
  }

  /** Whether pages of {@code origin} come from this hub, at the address at which it was called. */
  boolean isOwn(HttpServletRequest http, String origin) {
    String host = http.getHeader("Host");
    return publicOrigin.filter(origin::equals).isPresent()
        || host != null && origin.equals(originOf(addresses.schemeOf(http), host));
  }

  /** The origin of pages at {@code url}. */
  static String originOf(URI url) {
    return originOf(url.getScheme(), url.getRawAuthority());
  }

  /** As browsers write it (RFC 6454, section 6.2): without the port that the scheme has anyway. */
  private static String originOf(String scheme, String authority) {
    String usual = scheme.equals("https") ? ":443" : ":80";
    String origin = (scheme + "://" + authority).toLowerCase(Locale.ROOT);
    return origin.endsWith(usual) ? origin.substring(0, origin.length() - usual.length()) : origin;
  }

  private static LightpathException forbidden(String why) {
    return new LightpathException(ErrorCode.FORBIDDEN, "a request by session cookie " + why);
  }
}
