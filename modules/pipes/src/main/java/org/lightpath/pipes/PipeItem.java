package org.lightpath.pipes;

import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One item of a PIPE queue.
 *
 * @param id Unix milliseconds in 13 digits, {@code _}, 8 hexadecimal digits; ids of a queue sort in
 *     the order of arrival
 * @param queue where it waits
 * @param payload what the sender wrote, any JSON
 * @param createdAtMillis when it arrived, milliseconds since 1970, UTC
 * @param sender who sent it
 * @param trace trace-id of what caused it; empty if another program sent it
 */
public record PipeItem(
    String id,
    QueueName queue,
    JsonValue payload,
    long createdAtMillis,
    String sender,
    Optional<String> trace) {

  private static final Pattern ID = Pattern.compile("\\d{13}_[0-9a-f]{8}");

  /** Whether {@code text} has the form of an item's id. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
