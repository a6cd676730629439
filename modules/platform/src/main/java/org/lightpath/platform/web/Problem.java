package org.lightpath.platform.web;

import jakarta.json.bind.annotation.JsonbNillable;
import java.util.List;

/**
 * The body of a failed request, RFC 9457.
 *
 * @param type names the kind of problem: {@code urn:lightpath:problem:<slug>}
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what went wrong with this request
 * @param instance the path that was asked for, or {@code urn:lightpath:incident:<id>} for a fault
 *     of ours; the same id stands in the log
 * @param errors one entry per field that was refused; null if the fields are not the trouble
 */
@JsonbNillable(false)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<FieldError> errors) {

  /**
   * One field that was refused.
   *
   * @param field its name or path in the body
   * @param detail what is wrong with it
   */
  public record FieldError(String field, String detail) {}
}
