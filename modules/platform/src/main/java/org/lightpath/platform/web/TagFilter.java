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
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    if (unchanged != null) {
      answer.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
      answer.setEntity(null);
    } else {
      answer.setEntity(text, null, MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
