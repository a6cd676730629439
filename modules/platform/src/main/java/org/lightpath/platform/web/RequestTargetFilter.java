package org.lightpath.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.health.Readiness;
import org.lightpath.platform.Text;

/**
 * Refuses what no client should send before anything else looks at it: a target that is no URI (RFC
 * 3986, appendix A), a target or headers beyond all measure, a host or an end of the body that two
 * programs could see in two places. What is so large or so broken that the server answers by itself
 * is listed in docs/reference/http-errors.md.
 */
public class RequestTargetFilter implements Filter {

  static final int MAX_TARGET_CHARACTERS = 8_192;
  static final int MAX_HEADERS = 100;
  static final int MAX_HEADER_CHARACTERS = 32_768;

  /** A character that a URI holds only in its escaped form, or an escape that is none. */
  private static final Pattern FOREIGN =
      Pattern.compile("[^A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})");

  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

  @Inject @Readiness private RoutesHealth routes;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    routes.reached();
    HttpServletRequest http = (HttpServletRequest) request;
    Optional<Refusal> refusal = refusalOf(http);
    if (refusal.isPresent()) {
      refusal.get().send((HttpServletResponse) response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private record Refusal(int status, String slug, String detail) {

    void send(HttpServletResponse response) throws IOException {
      // The target is not repeated: it may be long, or no URI. Where such a request ends is unsure.
      response.setHeader("Connection", "close");
      ServletProblem.send(response, Problems.answer(slug, status, detail, "/").build());
    }
  }

  private static Optional<Refusal> refusalOf(HttpServletRequest http) {
    String target = targetOf(http);
    if (target.length() > MAX_TARGET_CHARACTERS) {
      return Optional.of(
          new Refusal(
              414,
              "uri-too-long",
              "a target of %d characters; the limit is %d characters"
                  .formatted(target.length(), MAX_TARGET_CHARACTERS)));
    }
    return foreignIn(target)
        .or(() -> foreignInHeaders(http))
        .map(detail -> new Refusal(400, "invalid-argument", detail))
        .or(() -> refusalOfHeaders(http));
  }

  private static String targetOf(HttpServletRequest http) {
    return http.getQueryString() == null
        ? http.getRequestURI()
        : http.getRequestURI() + "?" + http.getQueryString();
  }

  /** What of it no URI holds, as a sentence. */
  static Optional<String> foreignIn(String target) {
    Matcher foreign = FOREIGN.matcher(target);
    if (!foreign.find()) {
      return Optional.empty();
    }
    int at = foreign.start();
    String found =
        foreign.group().equals("%")
            ? target.substring(at, Math.min(at + 3, target.length())) + "' is no escape of two"
            : foreign.group() + "' is not escaped; a URI has it as % and";
    return Optional.of(
        "character %d of the target: '%s hexadecimal digits (RFC 3986)"
            .formatted(at + 1, Text.printable(found)));
  }

  /** One host, and no coding of the body but the one that the server knows (RFC 9112, 3.2, 6.1). */
  private static Optional<String> foreignInHeaders(HttpServletRequest http) {
    List<String> hosts = Collections.list(http.getHeaders("Host"));
    if (hosts.size() > 1 || hosts.stream().anyMatch(host -> !HOST.matcher(host).matches())) {
      return Optional.of(
          "the header Host is not one name or address with or without a port: "
              + Text.shortened(String.join(", ", hosts)));
    }
    String coding = http.getHeader("Transfer-Encoding");
    if (coding != null && !coding.equalsIgnoreCase("chunked")) {
      return Optional.of("Transfer-Encoding '%s' is not chunked".formatted(Text.shortened(coding)));
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refusalOfHeaders(HttpServletRequest http) {
    int count = 0;
    long characters = 0;
    for (String name : Collections.list(http.getHeaderNames())) {
      for (String value : Collections.list(http.getHeaders(name))) {
        count++;
        characters += name.length() + value.length();
      }
    }
    if (count <= MAX_HEADERS && characters <= MAX_HEADER_CHARACTERS) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            431,
            "request-header-fields-too-large",
            "%d headers of %d characters; the limits are %d headers and %d characters"
                .formatted(count, characters, MAX_HEADERS, MAX_HEADER_CHARACTERS)));
  }
}
