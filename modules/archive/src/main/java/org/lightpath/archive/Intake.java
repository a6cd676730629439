package org.lightpath.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.lightpath.platform.Checkpoint;
import org.lightpath.platform.ImageIntake;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.ObjectStore;
import org.lightpath.platform.SiteCode;

/**
 * The way in for every file: noted, stored, recorded, announced. Each step is durable before the
 * next begins, so that {@link #finish} can go on from wherever a crash came. Thread-safe.
 */
@ApplicationScoped
public class Intake implements ImageIntake {

  private static final Logger LOG = System.getLogger(Intake.class.getName());
  private static final String IMAGES = "data";

  private Intents intents;
  private ObjectStore store;
  private Ingest ingest;
  private Previews previews;
  private Announcer announcer;
  private Images images;
  private Races races;

  /** For the CDI proxy. */
  protected Intake() {}

  /** The way in, made of its steps. */
  @Inject
  public Intake(
      Intents intents,
      ObjectStore store,
      Ingest ingest,
      Previews previews,
      Announcer announcer,
      Images images,
      Races races) {
    this.intents = intents;
    this.store = store;
    this.ingest = ingest;
    this.previews = previews;
    this.announcer = announcer;
    this.images = images;
    this.races = races;
  }

  @Override
  public String allotBaseName(SiteCode site, String camera, LocalDate observingDay) {
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(observingDay);
    String baseName;
    do {
      long number = races.call(() -> images.nextNumber(site, camera));
      baseName = "%s-%s-%s-%08d".formatted(site, camera, day, number);
      // An upload may have taken a name that was to come: its image stays what it is.
    } while (images.find(baseName).isPresent());
    return baseName;
  }

  @Override
  public void accept(String fileName, Content content) {
    accept(ObjectKey.of(IMAGES, fileName), content);
  }

  /** The same for any object. */
  public void accept(ObjectKey key, Content content) {
    intents.begin(key);
    try {
      store.put(key, content);
    } catch (RuntimeException e) {
      if (store.find(key).isEmpty()) {
        intents.end(key);
      }
      throw e;
    }
    finish(key);
  }

  @Override
  public boolean resume(String fileName) {
    ObjectKey key = ObjectKey.of(IMAGES, fileName);
    if (store.find(key).isEmpty()) {
      return false;
    }
    finish(key);
    return true;
  }

  /** Goes on with an object that is stored, whatever has already been done for it. */
  void finish(ObjectKey key) {
    record(key);
    Checkpoint.IMAGE_RECORDED.reached();
    previews.makeFor(key, this::storePreview);
    intents.end(key);
    announcer.send(key.fileName());
  }

  private void storePreview(String fileName, Content content) {
    ObjectKey key = ObjectKey.of(IMAGES, fileName);
    store.put(key, content);
    record(key);
  }

  private void record(ObjectKey key) {
    races.run(() -> ingest.record(key));
  }

  /** Finishes what a crash interrupted; only while nothing else is on its way in. */
  void finishAll() {
    for (ObjectKey key : intents.all()) {
      if (store.find(key).isPresent()) {
        tryToFinish(key);
      } else {
        intents.end(key);
      }
    }
  }

  /** Finishes what is stored and was begun before {@code time}, and still stands there. */
  void finishBegunBefore(Instant time) {
    intents.begunBefore(time).stream()
        .filter(key -> store.find(key).isPresent())
        .forEach(this::tryToFinish);
  }

  /** One file that cannot be finished must not hold up the others, nor the start of the hub. */
  private void tryToFinish(ObjectKey key) {
    try {
      finish(key);
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "cannot finish the way in of " + key, e);
    }
  }
}
