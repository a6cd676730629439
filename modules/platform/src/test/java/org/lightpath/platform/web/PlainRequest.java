package org.lightpath.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request as it came over the wire, from 192.0.2.7 by HTTP. */
final class PlainRequest {

  private final Map<String, List<String>> headers = new HashMap<>();
  String method = "GET";
  String path = "/api/saf/devices";
  String query = "";

  PlainRequest with(String header, String value) {
    headers.computeIfAbsent(header.toLowerCase(Locale.ROOT), k -> new ArrayList<>()).add(value);
    return this;
  }

  HttpServletRequest http() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getHeaders" -> Collections.enumeration(valuesOf(arguments[0]));
                  case "getHeader" -> valuesOf(arguments[0]).stream().findFirst().orElse(null);
                  case "getCookies" -> cookies();
                  case "getMethod" -> method;
                  case "getRequestURI" -> path;
                  case "getQueryString" -> query;
                  case "getContextPath" -> "";
                  case "getScheme" -> "http";
                  case "getRemoteAddr" -> "192.0.2.7";
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  private Cookie[] cookies() {
    return valuesOf("Cookie").stream()
        .flatMap(line -> List.of(line.split("; ")).stream())
        .map(pair -> pair.split("=", 2))
        .map(parts -> new Cookie(parts[0], parts[1]))
        .toArray(Cookie[]::new);
  }

  private List<String> valuesOf(Object header) {
    return headers.getOrDefault(String.valueOf(header).toLowerCase(Locale.ROOT), List.of());
  }
}
