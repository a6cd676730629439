package org.lightpath.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.lightpath.archive.image.FitsPixels;
import org.lightpath.archive.image.ImageFileName;
import org.lightpath.archive.image.Preview;
import org.lightpath.platform.ImageIntake.Content;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.ObjectStore;

/**
 * Makes the pictures that a person looks at from a full FITS image that came without: {@code
 * -EX10.jpg}, {@code -EX11.jpg} and {@code -EX10.png}. One at a time: an image's pixels are large.
 */
@ApplicationScoped
public class Previews {

  /** Takes one picture under its file name. */
  @FunctionalInterface
  interface Sink {
    void store(String fileName, Content content);
  }

  private static final Logger LOG = System.getLogger(Previews.class.getName());

  private final Semaphore oneAtATime = new Semaphore(1, true);
  private ObjectStore store;
  private Images images;

  /** For the CDI proxy. */
  protected Previews() {}

  /** Pictures of what is in {@code store}. */
  @Inject
  public Previews(ObjectStore store, Images images) {
    this.store = store;
    this.images = images;
  }

  /** Makes the pictures if the object is a full FITS image without them. */
  void makeFor(ObjectKey key, Sink sink) {
    Optional<ImageFileName> name =
        key.directory().equals("data") ? ImageFileName.find(key.fileName()) : Optional.empty();
    if (name.isPresent()
        && Variant.of(name.get()) == Variant.FITS_FULL
        && lacksPreview(name.get())) {
      oneAtATime.acquireUninterruptibly();
      try {
        make(key, name.get(), sink);
      } finally {
        oneAtATime.release();
      }
    }
  }

  private boolean lacksPreview(ImageFileName name) {
    Optional<Map<Variant, Boolean>> files = images.find(name.baseName()).map(ImageRecord::files);
    return files.isPresent() && !files.get().get(Variant.JPG_MEDIUM);
  }

  private void make(ObjectKey key, ImageFileName name, Sink sink) {
    Preview preview;
    try (InputStream in = new BufferedInputStream(store.open(key, 0))) {
      preview = Preview.of(FitsPixels.read(in));
    } catch (LightpathException e) {
      LOG.log(Level.WARNING, "no preview of {0}: {1}", key, e.getMessage());
      return;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + key, e);
    }
    String stem = name.baseName() + "-" + name.dataType();
    sink.store(stem + "10.png", out -> out.write(preview.png()));
    sink.store(stem + "11.jpg", out -> out.write(preview.thumbnailJpeg()));
    sink.store(stem + "10.jpg", out -> out.write(preview.jpeg()));
  }
}
