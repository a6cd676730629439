package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What it refuses needs JAX-RS: HttpMannersIT. */
final class BodyReaderTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final LateRequests late =
      new LateRequests(new LateAnswer(new CurrentCaller(null)), Thread::new);

  private final List<String> answered = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    late.stop();
  }

  @Test
  void readsNothingBeforeTheFirstThreadHasLeft() throws Exception {
    PlayedRequest played = start(Map.of("Content-Length", "4"));

    assertThat(played.looks.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(played.isRead()).isFalse();

    played.leave();
    played.body.come("abcd");
    played.listener().onAllDataRead();
    played.completed.get(30, TimeUnit.SECONDS);
    assertThat(answered).containsExactly("abcd");
  }

  @Test
  void answersOnceHoweverOftenTheEndIsTold() throws Exception {
    PlayedRequest played = left(Map.of("Content-Length", "6"));
    played.body.come("abc");
    played.body.come("def");
    played.listener().onAllDataRead();
    played.listener().onAllDataRead();
    played.completed.get(30, TimeUnit.SECONDS);

    assertThat(answered).containsExactly("abcdef");
    assertThat(played.completions).hasValue(1);
    assertThat(late.hold(0)).as("bytes still held").isZero();
  }

  /** The server would wait for the next request on the connection, as a part of this one. */
  @Test
  void asksForNoMoreOfAWholeBody() throws Exception {
    PlayedRequest played = left(Map.of("Content-Length", "6"));
    played.body.come("abc");
    assertThat(played.body.asked).isEqualTo(1);
    played.body.come("def");
    assertThat(played.body.asked).isEqualTo(1);
  }

  @Test
  void findsTheEndItselfBesideAnOfferedUpgrade() throws Exception {
    PlayedRequest played = left(Map.of("Upgrade", "h2c", "Transfer-Encoding", "chunked"));
    played.body.come("3\r\nabc\r\n");
    played.body.come("0\r\n\r\n");
    played.completed.get(30, TimeUnit.SECONDS);

    assertThat(answered).containsExactly("abc");
  }

  @Test
  void completesForASenderThatWentAway() throws Exception {
    PlayedRequest played = left(Map.of("Content-Length", "4"));
    played.body.come("ab");
    played.listener().onError(new EOFException());
    played.completed.get(30, TimeUnit.SECONDS);

    assertThat(answered).isEmpty();
    assertThat(late.hold(0)).as("bytes still held").isZero();
  }

  private PlayedRequest left(Map<String, String> headers) throws IOException {
    PlayedRequest played = start(headers);
    played.leave();
    return played;
  }

  private PlayedRequest start(Map<String, String> headers) throws IOException {
    PlayedRequest played = new PlayedRequest(headers, answered::add);
    BodyReader.start(played.request(), played.response(), LONG, late);
    return played;
  }
}
