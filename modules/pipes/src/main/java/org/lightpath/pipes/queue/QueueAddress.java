package org.lightpath.pipes.queue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.lightpath.pipes.QueueName;

/**
 * Name of a PIPE queue at the broker: {@code p.} and the queue's name, in which every byte of its
 * UTF-8 form that is no ASCII letter, digit, {@code -} or {@code _} is written {@code %XX}. So a
 * name can hold neither the broker's separator nor its wildcards ({@code . # *}), and two names
 * never meet.
 */
record QueueAddress(String value) {

  /** Matches every PIPE queue. */
  static final String ALL = "p.#";

  private static final String PREFIX = "p.";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  static QueueAddress of(QueueName name) {
    StringBuilder text = new StringBuilder(PREFIX);
    for (byte b : name.value().getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(b)) {
        text.append((char) b);
      } else {
        text.append('%').append(HEX.toHexDigits(b));
      }
    }
    return new QueueAddress(text.toString());
  }

  /** The queue's name; empty if this is no PIPE queue, for example one that an operator made. */
  Optional<QueueName> name() {
    if (!value.startsWith(PREFIX) || value.length() == PREFIX.length()) {
      return Optional.empty();
    }
    try {
      QueueName name = new QueueName(decoded(value.substring(PREFIX.length())));
      return of(name).equals(this) ? Optional.of(name) : Optional.empty();
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '%') {
        bytes.put((byte) HexFormat.fromHexDigits(text, at + 1, at + 3));
        at += 3;
      } else {
        bytes.put((byte) c);
        at++;
      }
    }
    return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
  }

  private static boolean isPlain(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '_';
  }

  @Override
  public String toString() {
    return value;
  }
}
