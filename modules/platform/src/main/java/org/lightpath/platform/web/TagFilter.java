package org.lightpath.platform.web;

import jakarta.json.JsonValue;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Gives the answers of {@link Tagged} routes their tag, a digest of the JSON. It is a weak one: the
 * same JSON goes out plain and compressed.
 */
@Provider
@Tagged
public class TagFilter implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    if (answer.getStatus() != 200 || !(answer.getEntity() instanceof JsonValue json)) {
      return;
    }
    byte[] text = json.toString().getBytes(StandardCharsets.UTF_8);
    EntityTag tag = new EntityTag(Digests.shortSha256(text), true);
    answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
    Optional<Response> instead =
        Preconditions.answer(
            request.getRequest(), tag, request.getUriInfo().getRequestUri().getPath());
    answer.setStatus(instead.map(Response::getStatus).orElse(200));
    if (instead.isPresent()) {
      answer.setEntity(instead.get().getEntity(), null, instead.get().getMediaType());
    } else {
      answer.setEntity(text, null, MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
