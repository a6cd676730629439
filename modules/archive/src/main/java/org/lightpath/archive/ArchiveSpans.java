package org.lightpath.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.telemetry.Span;
import org.lightpath.platform.telemetry.SpanSource;

/**
 * What the archive did for a trace: it took in files, from the opening of the shutter on, and told
 * their pipelines. Thread-safe.
 */
@ApplicationScoped
public class ArchiveSpans implements SpanSource {

  private FileTraces traces;
  private Images images;

  /** For the CDI proxy. */
  protected ArchiveSpans() {}

  /** Tells of these. */
  @Inject
  public ArchiveSpans(FileTraces traces, Images images) {
    this.traces = traces;
    this.images = images;
  }

  @Override
  public Optional<String> traceOf(String id) {
    return traces.ofAnyName(id).map(FileTrace::traceId);
  }

  @Override
  public List<Span> spansOf(String traceId) {
    // A file is two spans at most.
    return traces.ofTrace(traceId, MOST_SPANS / 2).stream()
        .flatMap(file -> spansOf(file).stream())
        .toList();
  }

  private List<Span> spansOf(FileTrace file) {
    String image = "/api/image/" + file.baseName();
    List<Span> spans = new ArrayList<>();
    spans.add(
        new Span(
            "archive",
            file.fileName() + ": from shutter to archive",
            shutterOf(file),
            Optional.of(file.recordedAt()),
            "RECORDED",
            List.of(image, "/api/fitsheader/" + file.baseName())));
    file.toldAt()
        .ifPresent(
            told ->
                spans.add(
                    new Span(
                        "pipe",
                        "item %s in queue %s: on its way to the pipeline"
                            .formatted(file.itemId().orElse(""), file.queue().orElse("")),
                        file.recordedAt(),
                        Optional.of(told),
                        "QUEUED",
                        List.of(image))));
    return spans;
  }

  /** When the shutter opened, as the header says, if that was before the file came. */
  private Instant shutterOf(FileTrace file) {
    return images
        .find(file.baseName())
        .map(ImageRecord::captureDate)
        .filter(opened -> opened.isBefore(file.recordedAt()))
        .orElse(file.recordedAt());
  }
}
