package org.lightpath.platform.web;

import java.io.ByteArrayOutputStream;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/**
 * Takes a chunked body out of its chunks (RFC 9112, 7.1) as it arrives, in pieces of any size.
 * Needed only where the server does not: {@link BodyReader#isLeftCoded}. Not thread-safe.
 */
final class ChunkDecoder {

  /** Of one line between chunks: a size with its extensions, or a trailer. */
  private static final int MAX_LINE = 256;

  private static final int MAX_TRAILERS = 100;

  private enum Part {
    SIZE,
    DATA,
    END_OF_DATA,
    TRAILER,
    NOTHING
  }

  private final StringBuilder line = new StringBuilder();
  private Part next = Part.SIZE;
  private int left;
  private int trailers;

  /** Whether the last chunk and what follows it have come. */
  boolean hasEnded() {
    return next == Part.NOTHING;
  }

  /**
   * Adds to {@code body} what the first {@code length} bytes of {@code coded} hold of it.
   *
   * @throws LightpathException INVALID_ARGUMENT if they are no chunks
   */
  void decode(byte[] coded, int length, ByteArrayOutputStream body) {
    int at = 0;
    while (at < length && !hasEnded()) {
      if (next == Part.DATA) {
        int taken = Math.min(left, length - at);
        body.write(coded, at, taken);
        at += taken;
        left -= taken;
        next = left == 0 ? Part.END_OF_DATA : Part.DATA;
      } else {
        take((char) (coded[at++] & 0xFF));
      }
    }
  }

  private void take(char character) {
    if (character != '\n') {
      line.append(character);
      if (line.length() > MAX_LINE) {
        throw broken("a line of more than %d characters".formatted(MAX_LINE));
      }
      return;
    }
    String whole = line.toString().stripTrailing();
    line.setLength(0);
    switch (next) {
      case SIZE -> {
        left = sizeIn(whole);
        next = left == 0 ? Part.TRAILER : Part.DATA;
      }
      case END_OF_DATA -> {
        if (!whole.isEmpty()) {
          throw broken("a chunk is longer than its size says");
        }
        next = Part.SIZE;
      }
      default -> endTrailer(whole);
    }
  }

  private void endTrailer(String trailer) {
    if (trailer.isEmpty()) {
      next = Part.NOTHING;
    } else if (++trailers > MAX_TRAILERS) {
      throw broken("more than %d trailers".formatted(MAX_TRAILERS));
    }
  }

  private static int sizeIn(String line) {
    String digits = line.split(";", 2)[0].strip();
    if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
      throw broken("the size of a chunk is '%s'".formatted(Text.shortened(digits)));
    }
    return Integer.parseInt(digits, 16);
  }

  private static LightpathException broken(String what) {
    return new LightpathException(
        ErrorCode.INVALID_ARGUMENT, "the chunked body is broken: " + what);
  }
}
