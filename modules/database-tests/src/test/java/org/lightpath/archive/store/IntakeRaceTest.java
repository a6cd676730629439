package org.lightpath.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.archive.Announcer;
import org.lightpath.archive.FileTraces;
import org.lightpath.archive.ImageRecord;
import org.lightpath.archive.Images;
import org.lightpath.archive.Ingest;
import org.lightpath.archive.Intake;
import org.lightpath.archive.Intents;
import org.lightpath.archive.Notices;
import org.lightpath.archive.Previews;
import org.lightpath.archive.Variant;
import org.lightpath.archive.objects.FileObjectStore;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.Ids;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.ObjectStore;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;
import org.lightpath.test.kit.AtOnce;
import org.lightpath.test.kit.HeardEvents;

/** An observatory uploads all files of an image at the same moment. */
@ParameterizedClass
@EnumSource
final class IntakeRaceTest {

  private static final List<String> ENDS =
      List.of("-EX00.fits", "-EX10.fits", "-EX10.jpg", "-EX11.jpg");
  private static final int ROUNDS = 20;
  private static final SiteCode SAF = new SiteCode("saf");

  @Parameter DatabaseKind kind;
  @TempDir Path data;
  private TestDatabase database;
  private Images images;
  private Intents intents;
  private Intake intake;

  @BeforeEach
  void open() {
    database = kind.empty();
    Clock clock = Clock.fixed(Instant.parse("2026-02-14T03:00:00Z"), ZoneOffset.UTC);
    Ids ids = new Ids(clock);
    ObjectStore store = new FileObjectStore(new DataFolder(data.toString()), ids);
    images = database.transactional(Images.class, new StoredImages(database.entityManager()));
    intents =
        database.transactional(
            Intents.class, new StoredIntents(database.entityManager(), clock, ids));
    Notices notices =
        database.transactional(Notices.class, new StoredNotices(database.entityManager()));
    FileTraces traces =
        database.transactional(
            FileTraces.class, new StoredFileTraces(database.entityManager(), clock));
    Announcer announcer =
        new Announcer(notices, (queue, sender, files, id) -> Optional.empty(), traces);
    intake =
        new Intake(
            intents,
            store,
            new TransactionalIngest(store, notices, traces, clock),
            new Previews(store, images),
            announcer,
            images,
            new StoredRaces());
  }

  @Test
  void makesOneRecordOfFilesThatComeAtOnce() throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      String base = "saf-camera1-20260213-%08d".formatted(round);
      AtOnce.results(
          ENDS.size(),
          i ->
              () -> {
                intake.accept(base + ENDS.get(i), out -> out.write(42));
                return i;
              });

      ImageRecord image = images.find(base).orElseThrow();
      assertThat(image.files()).doesNotContainValue(false).containsKey(Variant.FITS_FULL);
    }
    assertThat(intents.all()).isEmpty();
  }

  @Test
  void numbersACamerasFirstImagesEachOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String camera = "camera" + round;
      assertThat(
              AtOnce.results(
                  ENDS.size(),
                  i -> () -> intake.allotBaseName(SAF, camera, LocalDate.of(2026, 2, 13))))
          .containsExactlyInAnyOrder(
              "saf-%s-20260213-00000001".formatted(camera),
              "saf-%s-20260213-00000002".formatted(camera),
              "saf-%s-20260213-00000003".formatted(camera),
              "saf-%s-20260213-00000004".formatted(camera));
    }
  }

  private final class TransactionalIngest extends Ingest {

    TransactionalIngest(ObjectStore store, Notices notices, FileTraces traces, Clock clock) {
      super(store, images, notices, traces, new NoSites(), new HeardEvents<>(), clock);
    }

    @Override
    public void record(ObjectKey key) {
      database.run(() -> super.record(key));
    }
  }

  private static final class NoSites implements SiteDirectory {

    @Override
    public Optional<Site> find(SiteCode code) {
      return Optional.empty();
    }

    @Override
    public List<Site> all() {
      return List.of();
    }
  }
}
