package org.lightpath.pipes;

import java.nio.charset.StandardCharsets;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/** Name of a PIPE queue: any text of 1 to 64 characters, usually a site's code. */
public record QueueName(String value) {

  private static final int LONGEST = 64;

  /** Refuses an empty or longer text, and one that is not Unicode, with INVALID_ARGUMENT. */
  public QueueName {
    if (value.isEmpty()) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "Missing required field: queue_name");
    }
    if (value.length() > LONGEST) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "queue_name '%s' has %d characters, at most %d are allowed"
              .formatted(Text.shortened(value), value.length(), LONGEST));
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "queue_name '%s' holds half of a character pair".formatted(Text.shortened(value)));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
