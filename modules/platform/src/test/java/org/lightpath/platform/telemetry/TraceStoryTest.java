package org.lightpath.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

final class TraceStoryTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final Instant CLICK = Instant.parse("2026-02-14T03:00:00Z");

  /** Knows one thing by name and one span of the trace. */
  private record Part(String thing, Span span) implements SpanSource {

    @Override
    public Optional<String> traceOf(String id) {
      return Optional.of(TRACE).filter(trace -> id.equals(thing));
    }

    @Override
    public List<Span> spansOf(String traceId) {
      return traceId.equals(TRACE) ? List.of(span) : List.of();
    }
  }

  private static Span span(String part, long second) {
    return new Span(
        part, "works", CLICK.plusSeconds(second), Optional.empty(), "OPEN", List.of("/" + part));
  }

  private final TraceStory stories =
      new TraceStory(
          List.of(new Part("a.fits", span("archive", 9)), new Part("01DZ", span("jobs", 1))));

  @Test
  void isToldInTheOrderInWhichThingsBegan() {
    TraceStory.Story story = stories.find(TRACE);

    assertThat(story.traceId()).isEqualTo(TRACE);
    assertThat(story.spans()).extracting(Span::part).containsExactly("jobs", "archive");
  }

  @Test
  void isFoundByWhateverHasAPartInIt() {
    assertThat(stories.find("a.fits")).isEqualTo(stories.find(TRACE));
    assertThat(stories.find("01DZ")).isEqualTo(stories.find(TRACE));
  }

  @Test
  void isNotFoundByWhatNobodyKnows() {
    for (String id : List.of("b.fits", "0af7651916cd43dd8448eb211c80319c", "x".repeat(5_000))) {
      assertThatThrownBy(() -> stories.find(id))
          .isInstanceOfSatisfying(
              LightpathException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
                assertThat(e.getMessage()).hasSizeLessThan(250);
              });
    }
  }
}
