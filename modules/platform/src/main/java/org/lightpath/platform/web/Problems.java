package org.lightpath.platform.web;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.web.Problem.FieldError;

/** Makes the answers of failed requests: the only place that knows the HTTP status of an error. */
public final class Problems {

  /** The content type of every failed request. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String RETRY_AFTER_SECONDS = "5";

  private Problems() {}

  /** The answer to a failure with {@code code} at {@code path}. */
  public static Response answer(ErrorCode code, String detail, String path) {
    return answer(code, detail, path, null);
  }

  /** The answer to a failure of ours at {@code path}. */
  static Response answer(LightpathException failure, String path) {
    Response.ResponseBuilder answer =
        Response.fromResponse(answer(failure.code(), failure.getMessage(), path));
    failure
        .retryAfter()
        .ifPresent(
            wait -> answer.header("Retry-After", null).header("Retry-After", wait.toSeconds()));
    return answer.build();
  }

  static Response answer(ErrorCode code, String detail, String path, List<FieldError> errors) {
    Response.ResponseBuilder answer = of(slugOf(code), statusOf(code), detail, path, errors);
    if (code == ErrorCode.UNAVAILABLE || code == ErrorCode.TOO_MANY) {
      answer.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    if (code == ErrorCode.UNAUTHENTICATED) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    return answer.build();
  }

  /** The answer to a refusal that has no code of ours, only HTTP's. */
  public static Response.ResponseBuilder answer(
      String slug, int status, String detail, String path) {
    return of(slug, status, detail, path, null);
  }

  static Response.ResponseBuilder of(
      String slug, int status, String detail, String instance, List<FieldError> errors) {
    var body =
        new Problem(
            "urn:lightpath:problem:" + slug,
            slug.replace('-', ' '),
            status,
            detail,
            instance,
            errors);
    return Response.status(status).type(MEDIA_TYPE).entity(body);
  }

  static String slugOf(ErrorCode code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static int statusOf(ErrorCode code) {
    return switch (code) {
      case INVALID_ARGUMENT -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case TOO_SLOW -> 408;
      case CONFLICT -> 409;
      case GONE -> 410;
      case TOO_LARGE -> 413;
      case UNPROCESSABLE -> 422;
      case TOO_MANY -> 429;
      case UNAVAILABLE -> 503;
      case TIMED_OUT -> 504;
      case NO_SPACE -> 507;
    };
  }
}
