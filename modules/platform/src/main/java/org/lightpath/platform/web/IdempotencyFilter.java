package org.lightpath.platform.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.idempotency.IdempotencyKeys;
import org.lightpath.platform.idempotency.IdempotencyKeys.Earlier;
import org.lightpath.platform.idempotency.IdempotencyKeys.StoredAnswer;

/**
 * Lets a request to an {@link Idempotent} route through once per {@code Idempotency-Key}, and gives
 * the answer of then to those that follow. Of two at once the second is sent away with 409 and
 * {@code Retry-After}: it holds no thread. A refused request frees its key; one that was cut off by
 * the end of the hub does not, because nobody knows what it did.
 */
@Provider
@Idempotent
@Priority(Priorities.USER)
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

  static final String HEADER = "Idempotency-Key";
  private static final String REPLAYED = "Idempotent-Replayed";

  /** Printable ASCII, which holds a UUID with or without quotes. */
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

  private static final String CLAIMED = IdempotencyFilter.class.getName();

  @Inject private IdempotencyKeys keys;
  @Inject private Requester requester;
  @Inject private CurrentCaller current;
  @Context private HttpServletRequest http;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String given = request.getHeaderString(HEADER);
    if (given == null) {
      return;
    }
    if (!KEY.matcher(given).matches()) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "%s is not a text of 1 to 255 printable characters without space".formatted(HEADER));
    }
    byte[] body = request.getEntityStream().readAllBytes();
    request.setEntityStream(new ByteArrayInputStream(body));
    String digest = Digests.sha256(body);
    String key = keyOf(request, given);
    var earlier = keys.claim(key, digest);
    if (earlier.isEmpty()) {
      request.setProperty(CLAIMED, key);
    } else {
      current.check().wasDone();
      request.abortWith(answerOf(earlier.get(), digest, request));
    }
  }

  /** The key belongs to its caller and its route: nobody reads another's answer by guessing. */
  private String keyOf(ContainerRequestContext request, String given) {
    String whole =
        String.join(
            "\n",
            requester.nameOf(http),
            request.getMethod(),
            request.getUriInfo().getPath(),
            given);
    return Digests.sha256(whole.getBytes(StandardCharsets.UTF_8));
  }

  private static Response answerOf(
      Earlier earlier, String digest, ContainerRequestContext request) {
    String path = request.getUriInfo().getRequestUri().getPath();
    if (!earlier.bodyDigest().equals(digest)) {
      return Problems.answer(
          ErrorCode.UNPROCESSABLE,
          "this %s came with another body before; a new request needs a new key".formatted(HEADER),
          path);
    }
    if (earlier.answer().isEmpty()) {
      Response problem =
          Problems.answer(
              ErrorCode.CONFLICT,
              "the request with this %s is under way, or the hub stopped in it; look whether it is"
                      .formatted(HEADER)
                  + " done before you use another key",
              path);
      return Response.fromResponse(problem).header("Retry-After", "1").build();
    }
    StoredAnswer answer = earlier.answer().get();
    return Response.status(answer.status())
        .type(MediaType.APPLICATION_JSON)
        .entity(answer.json())
        .header(REPLAYED, "true")
        .build();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
    if (!(request.getProperty(CLAIMED) instanceof String key)) {
      return;
    }
    if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
      if (answer.getStatus() < 500) {
        keys.forget(key);
      }
    } else if (answer.getEntity() instanceof JsonValue json) {
      keys.answered(key, new StoredAnswer(answer.getStatus(), json.toString()));
    } else {
      throw new IllegalStateException(
          "an idempotent route answers JSON, not " + answer.getEntity());
    }
  }
}
