package org.lightpath.platform.telemetry;

import java.util.List;
import java.util.Optional;

/**
 * A part that can tell from its rows what it did for a trace. Nothing is stored for this alone but
 * the trace's id: the rows are the story.
 */
public interface SpanSource {

  /** Most spans that a part gives of one trace. */
  int MOST_SPANS = 1_000;

  /** The trace-id of the thing that has this id or name; empty if the part has none such. */
  Optional<String> traceOf(String id);

  /** What the part did for that trace, at most {@link #MOST_SPANS}; none if it did nothing. */
  List<Span> spansOf(String traceId);
}
