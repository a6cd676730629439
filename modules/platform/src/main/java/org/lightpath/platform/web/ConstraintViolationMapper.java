package org.lightpath.platform.web;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.web.Problem.FieldError;

/** Turns refused fields into one problem that lists them all. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

  @Context private UriInfo uri;

  @Override
  public Response toResponse(ConstraintViolationException e) {
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(v -> new FieldError(fieldOf(v.getPropertyPath()), v.getMessage()))
            .sorted((a, b) -> a.field().compareTo(b.field()))
            .toList();
    String detail =
        "refused: " + String.join(", ", errors.stream().map(FieldError::field).toList());
    return Problems.answer(
        ErrorCode.INVALID_ARGUMENT, detail, uri.getRequestUri().getPath(), errors);
  }

  /** Like {@code pose.altitude}: the place in the body, or the parameter where there is none. */
  static String fieldOf(Iterable<Path.Node> place) {
    StringBuilder field = new StringBuilder();
    String parameter = "";
    for (Path.Node node : place) {
      switch (node.getKind()) {
        case PROPERTY, CONTAINER_ELEMENT -> append(field, node);
        case PARAMETER -> parameter = node.getName();
        case BEAN, METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {
          // Names of ours, of no use to a client.
        }
      }
    }
    return field.isEmpty() ? parameter : field.toString();
  }

  private static void append(StringBuilder field, Path.Node node) {
    if (node.isInIterable() && node.getIndex() != null) {
      field.append('[').append(node.getIndex()).append(']');
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      field.append(field.isEmpty() ? "" : ".").append(node.getName());
    }
  }
}
