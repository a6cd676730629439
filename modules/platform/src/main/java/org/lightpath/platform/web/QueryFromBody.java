package org.lightpath.platform.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/**
 * Lets a GET bring its parameters as a JSON body, as two of the original contracts document it. A
 * parameter of the query wins over a member of the same name.
 */
@Provider
@PreMatching
public class QueryFromBody implements ContainerRequestFilter {

  private static final int MAX_PARAMETERS = 100;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (!request.getMethod().equals("GET") || !request.hasEntity()) {
      return;
    }
    String body =
        new String(request.getEntityStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (body.isEmpty()) {
      return;
    }
    JsonObject members = JsonText.object(body);
    if (members.size() > MAX_PARAMETERS) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "the body has %d members; a GET takes at most %d"
              .formatted(members.size(), MAX_PARAMETERS));
    }
    request.setRequestUri(withMembers(request.getUriInfo(), members));
  }

  private static URI withMembers(UriInfo target, JsonObject members) {
    UriBuilder extended = target.getRequestUriBuilder();
    members.forEach(
        (name, value) -> {
          if (!target.getQueryParameters().containsKey(name)) {
            List<JsonValue> values = value instanceof JsonArray several ? several : List.of(value);
            values.forEach(one -> extended.queryParam(encoded(name), encoded(text(name, one))));
          }
        });
    return extended.build();
  }

  private static String text(String name, JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> ((JsonString) value).getString();
      case NUMBER, TRUE, FALSE -> value.toString();
      case NULL -> "";
      case ARRAY, OBJECT ->
          throw new LightpathException(
              ErrorCode.INVALID_ARGUMENT,
              "%s is not a value that a GET takes: %s"
                  .formatted(Text.shortened(name), Text.shortened(value.toString())));
    };
  }

  /** Escaped here: the builder would take a brace for a template. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
