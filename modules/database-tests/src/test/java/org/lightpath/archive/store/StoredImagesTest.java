package org.lightpath.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.archive.FileFacts;
import org.lightpath.archive.ImageRecord;
import org.lightpath.archive.ImageRows;
import org.lightpath.archive.Variant;
import org.lightpath.database.DatabaseKind;
import org.lightpath.database.TestDatabase;
import org.lightpath.platform.SiteCode;
import org.lightpath.test.kit.AtOnce;

@ParameterizedClass
@EnumSource
final class StoredImagesTest {

  private static final SiteCode SAF = new SiteCode("saf");
  private static final Instant NIGHT = Instant.parse("2026-02-14T03:00:00.007Z");
  private static final int THREADS = 16;
  private static final int NUMBERS_EACH = 50;

  @Parameter DatabaseKind kind;
  private TestDatabase database;
  private StoredImages images;

  @BeforeEach
  void open() {
    database = kind.empty();
    images = new StoredImages(database.entityManager());
  }

  @Test
  void givesBackTheRecordToTheMillisecond() {
    add(ImageRows.image(7, "saf-camera1-20260214-00000001", NIGHT).ofUser("u1").get());

    ImageRecord found =
        database.call(() -> images.find("saf-camera1-20260214-00000001").orElseThrow());

    assertThat(found.id()).isEqualTo(7);
    assertThat(found.captureDate()).isEqualTo(NIGHT);
    assertThat(found.sky().userId()).contains("u1");
    assertThat(found.sky().rightAscension()).contains(250.4226);
    assertThat(found.file().fitsFileName()).isEqualTo("saf-camera1-20260214-00000001-EX00.fits");
    assertThat(found.file().fitsPath()).isEqualTo("saf///raw");
    assertThat(found.file().smartStack()).isEmpty();
    assertThat(found.file().smartStackNumber()).isEqualTo("3");
    assertThat(found.files())
        .containsEntry(Variant.JPG_MEDIUM, true)
        .containsEntry(Variant.FITS_FULL, false);
  }

  @Test
  void keepsTheHeaderApart() {
    ImageRecord image = ImageRows.image(7, "saf-camera1-20260214-00000001", NIGHT).get();
    String header = "{\"OBJECT\":\"M 13 – ’Hercules’\",\"PAD\":\"" + "x".repeat(65_000) + "\"}";
    add(image);
    assertThat(database.call(() -> images.header("saf-camera1-20260214-00000001"))).contains("");

    database.run(() -> images.keepHeader(image, header));

    assertThat(database.call(() -> images.header("saf-camera1-20260214-00000001")))
        .contains(header);
    assertThat(database.call(() -> images.header("saf-camera1-20260214-00000002"))).isEmpty();
  }

  /** Ten thousand headers of 64 Ki characters are more than a heap: a list must do without. */
  @Test
  void listsImagesWithoutReadingTheirHeaders() throws SQLException {
    add(ImageRows.image(7, "saf-camera1-20260214-00000001", NIGHT).get());
    execute("alter table image rename column header_json to away");
    try {
      assertThat(latestIds(Optional.empty(), 10)).containsExactly(7L);
    } finally {
      execute("alter table image rename column away to header_json");
    }
  }

  /** The second half of the migration that made the columns. */
  @Test
  void cardsOfHeadersFromBeforeTheirColumnsAreFilledIn() throws Exception {
    ImageRecord image = ImageRows.image(7, "saf-camera1-20260214-00000001", NIGHT).get();
    String header =
        """
        {"SITEID":"saf","INSTRUME":"cam1","DAY-OBS":"20260213","ORIGNAME":"a.fits",\
        "COMMENT":"\\"SSTKNUM\\":\\"9\\"","SMARTSTK":""}\
        """;
    add(image);
    database.run(() -> images.keepHeader(image, header));

    try (InputStream file =
        getClass().getResourceAsStream("/db/migration/V1_05__image_cards.sql")) {
      String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      execute(sql.substring(sql.indexOf("update image"), sql.lastIndexOf(';')));
    }

    FileFacts filled = database.call(() -> images.find(image.baseName()).orElseThrow().file());
    assertThat(filled.fitsFileName()).isEqualTo("a.fits");
    assertThat(filled.fitsPath()).isEqualTo("saf/cam1/20260213/raw");
    assertThat(filled.smartStack()).isEmpty();
    assertThat(filled.smartStackNumber()).isEmpty();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void findsNothingUnderAnotherName() {
    add(ImageRows.image(7, "saf-camera1-20260214-00000001", NIGHT).get());

    assertThat(database.call(() -> images.find("saf-camera1-20260214-00000002"))).isEmpty();
    assertThat(database.call(() -> images.lock("saf-camera1-20260214-00000002"))).isEmpty();
  }

  @Test
  void keepsWhatIsChangedUnderTheLock() {
    add(ImageRows.image(7, "saf-camera1-20260214-00000001", NIGHT).get());

    database.run(
        () ->
            ImageRows.hold(
                images.lock("saf-camera1-20260214-00000001").orElseThrow(), Variant.FITS_FULL));

    assertThat(
            database.call(() -> images.find("saf-camera1-20260214-00000001").orElseThrow().files()))
        .containsEntry(Variant.FITS_FULL, true);
  }

  @Test
  void refusesASecondRecordOfABaseName() {
    add(ImageRows.image(7, "saf-camera1-20260214-00000001", NIGHT).get());

    assertThatThrownBy(() -> add(ImageRows.image(8, "saf-camera1-20260214-00000001", NIGHT).get()))
        .isInstanceOf(PersistenceException.class);
  }

  @Test
  void showsTheNewestFirstAndOfTheSameMomentTheHigherNumber() {
    add(ImageRows.image(1, "saf-c-20260214-00000001", NIGHT).get());
    add(ImageRows.image(4, "saf-c-20260214-00000004", NIGHT.plusMillis(1)).get());
    add(ImageRows.image(2, "saf-c-20260214-00000002", NIGHT.plusMillis(1)).get());
    add(ImageRows.image(3, "saf-c-20260214-00000003", NIGHT.minusSeconds(60)).get());

    assertThat(latestIds(Optional.empty(), 10)).containsExactly(4L, 2L, 1L, 3L);
    assertThat(latestIds(Optional.empty(), 2)).containsExactly(4L, 2L);
  }

  @Test
  void showsOnlyTheSitesImagesThatHaveAPreview() {
    add(ImageRows.image(1, "saf-c-20260214-00000001", NIGHT).get());
    add(ImageRows.image(2, "eco-c-20260214-00000002", NIGHT).get());
    add(ImageRows.image(3, "saf-c-20260214-00000003", NIGHT).withoutPreview().get());

    assertThat(latestIds(Optional.empty(), 10)).containsExactly(1L);
  }

  @Test
  void showsOneUsersImages() {
    add(ImageRows.image(1, "saf-c-20260214-00000001", NIGHT).ofUser("wren").get());
    add(ImageRows.image(2, "saf-c-20260214-00000002", NIGHT).ofUser("finch").get());
    add(ImageRows.image(3, "saf-c-20260214-00000003", NIGHT).get());

    assertThat(latestIds(Optional.of("wren"), 10)).containsExactly(1L);
    assertThat(latestIds(Optional.of("nobody"), 10)).isEmpty();
  }

  @Test
  void givesEveryRecordAnotherNumber() {
    List<Long> ids =
        IntStream.range(0, 5).mapToObj(i -> database.call(images::nextId)).distinct().toList();

    assertThat(ids).hasSize(5);
  }

  @Test
  void countsACamerasExposuresFromOneWithoutGapOrDoublet() throws Exception {
    database.call(() -> images.nextNumber(SAF, "camera1"));
    assertThat(
            AtOnce.results(THREADS, i -> this::fiftyNumbers).stream()
                .flatMap(List::stream)
                .sorted())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(2, THREADS * NUMBERS_EACH + 1).boxed().toList());
  }

  @Test
  void countsEachCameraOfEachSiteByItself() {
    database.call(() -> images.nextNumber(SAF, "camera1"));
    database.call(() -> images.nextNumber(SAF, "camera1"));

    assertThat(database.call(() -> images.nextNumber(SAF, "camera1"))).isEqualTo(3);
    assertThat(database.call(() -> images.nextNumber(SAF, "camera2"))).isEqualTo(1);
    assertThat(database.call(() -> images.nextNumber(new SiteCode("eco"), "camera1"))).isEqualTo(1);
  }

  private List<Long> fiftyNumbers() {
    return IntStream.range(0, NUMBERS_EACH)
        .mapToObj(i -> database.call(() -> images.nextNumber(SAF, "camera1")))
        .toList();
  }

  private void add(ImageRecord image) {
    database.run(() -> images.add(image));
  }

  private List<Long> latestIds(Optional<String> user, int limit) {
    return database.call(() -> images.latest(SAF, user, limit)).stream()
        .map(ImageRecord::id)
        .toList();
  }
}
