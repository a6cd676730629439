package org.lightpath.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Credentials;

/**
 * Finds the proof of identity in a request: {@code Authorization: Bearer}, {@code X-Api-Key}, and
 * at the handshake of a socket the query parameter {@code token}, as browsers can send no header
 * there. The same proof twice is one; two that differ are refused.
 */
final class RequestCredentials {

  private static final String BEARER = "bearer";
  private static final String TOKEN = "token=";

  private RequestCredentials() {}

  /**
   * What the request carries.
   *
   * @throws LightpathException INVALID_ARGUMENT for two different proofs, UNAUTHENTICATED for an
   *     authorization that is no bearer token
   */
  static Credentials of(HttpServletRequest request, InetAddress address) {
    Set<String> tokens = new LinkedHashSet<>();
    for (String header : all(request, "Authorization")) {
      tokens.add(tokenIn(header));
    }
    if (isHandshake(request)) {
      tokenInQuery(request).ifPresent(tokens::add);
    }
    Set<String> keys = new LinkedHashSet<>(all(request, "X-Api-Key"));
    if (tokens.size() + keys.size() > 1) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "the request carries %d different proofs of identity; send one"
              .formatted(tokens.size() + keys.size()));
    }
    return new Credentials(first(tokens), first(keys), address);
  }

  /** RFC 9110, section 11.1: the name of a scheme has no case. */
  private static String tokenIn(String authorization) {
    String[] parts = authorization.strip().split(" +", 2);
    if (parts.length == 2 && parts[0].equalsIgnoreCase(BEARER)) {
      return parts[1];
    }
    throw new LightpathException(
        ErrorCode.UNAUTHENTICATED, "the header Authorization is not 'Bearer <token>'");
  }

  /** Whether the request opens a socket. */
  static boolean isHandshake(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  /** From the address alone: {@code getParameter} would read a form, however slowly it comes. */
  private static Optional<String> tokenInQuery(HttpServletRequest request) {
    return Stream.ofNullable(request.getQueryString())
        .flatMap(query -> Stream.of(query.split("&")))
        .filter(pair -> pair.startsWith(TOKEN))
        .map(pair -> URLDecoder.decode(pair.substring(TOKEN.length()), StandardCharsets.UTF_8))
        .findFirst();
  }

  private static List<String> all(HttpServletRequest request, String header) {
    return new ArrayList<>(Collections.list(request.getHeaders(header)));
  }

  private static Optional<String> first(Set<String> of) {
    return of.stream().findFirst();
  }
}
