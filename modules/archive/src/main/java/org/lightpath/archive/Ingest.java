package org.lightpath.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.lightpath.archive.image.HeaderReader;
import org.lightpath.archive.image.ImageFileName;
import org.lightpath.archive.image.ImageMetadata;
import org.lightpath.platform.ImageArrived;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.ObjectStore;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;
import org.lightpath.platform.Trace;
import org.lightpath.platform.telemetry.Work;

/**
 * Records a stored object: the image's row, what its header says and the pipeline's notice, in one
 * transaction. Recording it again changes nothing.
 */
@ApplicationScoped
public class Ingest {

  private static final Logger LOG = System.getLogger(Ingest.class.getName());

  /** Some 700 cards; a longer header stays in its file. */
  private static final int MAX_HEADER_CHARACTERS = 65_536;

  private ObjectStore store;
  private Images images;
  private Notices notices;
  private FileTraces traces;
  private SiteDirectory sites;
  private Event<ImageArrived> news;
  private Clock clock;

  /** For the CDI proxy. */
  protected Ingest() {}

  /** Ingest from {@code store}. */
  @Inject
  public Ingest(
      ObjectStore store,
      Images images,
      Notices notices,
      FileTraces traces,
      SiteDirectory sites,
      Event<ImageArrived> news,
      Clock clock) {
    this.store = store;
    this.images = images;
    this.notices = notices;
    this.traces = traces;
    this.sites = sites;
    this.news = news;
    this.clock = clock;
  }

  /** Records the object if its name is that of an image's file. */
  @Transactional
  public void record(ObjectKey key) {
    Optional<ImageFileName> name =
        key.directory().equals("data") ? ImageFileName.find(key.fileName()) : Optional.empty();
    if (name.isPresent()) {
      record(key, name.get());
    }
  }

  private void record(ObjectKey key, ImageFileName name) {
    ImageRecord image = images.lock(name.baseName()).orElseGet(() -> newRecord(name));
    Variant variant = Variant.of(name);
    boolean isNew = !image.files().getOrDefault(variant, true);
    image.hold(variant);
    if (variant == Variant.FITS_FULL || variant == Variant.FITS_SMALL) {
      Optional<Map<String, String>> header = readHeader(key);
      header.ifPresent(cards -> describe(image, cards));
      causeOf(header)
          .ifPresent(
              cause ->
                  traces.add(
                      new FileTrace(key.fileName(), name.baseName(), cause, clock.instant())));
    }
    SiteCode site = new SiteCode(name.site());
    if (isNew && variant == Variant.FITS_FULL) {
      sites
          .find(site)
          .flatMap(s -> s.pipeQueue())
          .ifPresent(q -> notices.add(new Notice(key.fileName(), q, name.site(), clock.instant())));
    }
    news.fire(new ImageArrived(site, key.directory(), name.baseName(), key.fileName()));
  }

  /** What the file itself says; else whatever this thread works for, a job or an upload. */
  private static Optional<String> causeOf(Optional<Map<String, String>> header) {
    return header
        .map(cards -> cards.getOrDefault("TRACEID", ""))
        .filter(Trace::isId)
        .or(() -> Work.present().map(work -> work.trace().id()));
  }

  private ImageRecord newRecord(ImageFileName name) {
    ImageRecord image =
        new ImageRecord(
            images.nextId(), name.baseName(), name.site(), name.dataType(), clock.instant());
    images.add(image);
    return image;
  }

  private void describe(ImageRecord image, Map<String, String> header) {
    ImageMetadata metadata = ImageMetadata.of(header);
    Instant captured = metadata.captureDate().orElse(image.captureDate());
    JsonObjectBuilder json = Json.createObjectBuilder();
    header.forEach(json::add);
    String text = json.build().toString();
    image.describe(SkyFacts.of(metadata), FileFacts.of(header), captured);
    images.keepHeader(image, text.length() <= MAX_HEADER_CHARACTERS ? text : "");
  }

  /** A file that calls itself FITS and is none keeps its place in the store and gets no header. */
  private Optional<Map<String, String>> readHeader(ObjectKey key) {
    try (InputStream in = new BufferedInputStream(store.open(key, 0))) {
      return Optional.of(HeaderReader.read(in));
    } catch (LightpathException e) {
      LOG.log(Level.WARNING, "{0} has no header that can be read: {1}", key, e.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
  }
}
