package org.lightpath.platform.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;
import org.lightpath.platform.Trace;

/** What became of a request, from click to pixel, put together from every part. Thread-safe. */
@ApplicationScoped
public class TraceStory {

  /**
   * A story.
   *
   * @param traceId its trace-id, 32 hexadecimal digits
   * @param spans what happened, in the order in which it began
   */
  public record Story(String traceId, List<Span> spans) {

    /** Copies the list. */
    public Story {
      spans = List.copyOf(spans);
    }
  }

  private Supplier<Stream<SpanSource>> sources = Stream::of;

  /** For the CDI proxy. */
  protected TraceStory() {}

  /** The stories that {@code sources} tell together. */
  @Inject
  public TraceStory(@Any Instance<SpanSource> sources) {
    this.sources = sources::stream;
  }

  /** The same without a container. */
  TraceStory(List<SpanSource> sources) {
    this.sources = sources::stream;
  }

  /**
   * The story of a trace, or of a thing that has a part in one.
   *
   * @param id trace-id, ULID of a job, base name, file name or id of a PIPE item
   * @throws LightpathException NOT_FOUND if no part knows it
   */
  public Story find(String id) {
    String traceId = Trace.isId(id) ? id : traceOf(id);
    List<Span> spans =
        sources
            .get()
            .flatMap(source -> source.spansOf(traceId).stream())
            .sorted(Comparator.comparing(Span::start))
            .toList();
    if (spans.isEmpty()) {
      throw unknown(id);
    }
    return new Story(traceId, spans);
  }

  private String traceOf(String id) {
    return sources
        .get()
        .flatMap(source -> source.traceOf(id).stream())
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private static LightpathException unknown(String id) {
    return new LightpathException(
        ErrorCode.NOT_FOUND,
        "nothing is known of '%s': it is no trace-id, job, image, file or item that the hub has"
            .formatted(Text.shortened(id)));
  }
}
