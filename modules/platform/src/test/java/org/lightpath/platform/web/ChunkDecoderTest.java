package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.LightpathException;

final class ChunkDecoderTest {

  /** The example of RFC 9112, 7.1, with an extension and a trailer. */
  private static final String CODED =
      "4\r\nWiki\r\n7;a=b\r\npedia i\r\nB\r\nn \r\nchunks.\r\n0\r\nX: y\r\n\r\n";

  private final ChunkDecoder decoder = new ChunkDecoder();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private void feed(String coded, int step) {
    byte[] bytes = coded.getBytes(StandardCharsets.ISO_8859_1);
    for (int at = 0; at < bytes.length; at += step) {
      byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(at + step, bytes.length));
      decoder.decode(piece, piece.length, body);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1000})
  void chunksComeInPiecesOfAnySize(int step) {
    feed(CODED, step);

    assertThat(body.toString(StandardCharsets.US_ASCII)).isEqualTo("Wikipedia in \r\nchunks.");
    assertThat(decoder.hasEnded()).isTrue();
  }

  @Test
  void itHasNotEndedBeforeItsLastLine() {
    feed(CODED.substring(0, CODED.length() - 1), 5);

    assertThat(decoder.hasEnded()).isFalse();
  }

  @Test
  void whatFollowsTheEndIsNotOfTheBody() {
    feed("1\r\na\r\n0\r\n\r\n5\r\nother", 1000);

    assertThat(body.toString(StandardCharsets.US_ASCII)).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1\r\n", "xyz\r\n", "\r\n", "FFFFFFFF\r\n", "1\r\nab\r\n"})
  void whatIsNoChunkIsRefused(String coded) {
    assertThatThrownBy(() -> feed(coded, 1000))
        .isInstanceOf(LightpathException.class)
        .hasMessageStartingWith("the chunked body is broken");
  }

  @Test
  void aLineWithoutEndIsBounded() {
    assertThatThrownBy(() -> feed("1".repeat(300), 1000))
        .isInstanceOf(LightpathException.class)
        .hasMessageContaining("256 characters");
  }
}
