package org.lightpath.archive.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.security.Keys;
import org.lightpath.platform.security.Profile;

final class SignedUrlsTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final ObjectKey KEY = new ObjectKey("data/saf-c-20260214-00000001-EX00.fits");
  private static final ObjectKey OTHER = new ObjectKey("data/saf-c-20260214-00000002-EX00.fits");

  private record Link(long expires, String signature) {}

  @TempDir Path data;
  private SignedUrls urls;

  @BeforeEach
  void open() {
    urls = urlsAt(NOW);
  }

  @Test
  void holdToTheirLastSecondAndAreGoneAfterIt() {
    Link link = linkIn(urls.read(KEY, LIFE));

    urlsAt(NOW.plus(LIFE)).checkRead(KEY, link.expires(), link.signature());
    assertRefused(
        ErrorCode.GONE,
        () ->
            urlsAt(NOW.plus(LIFE).plusSeconds(1)).checkRead(KEY, link.expires(), link.signature()));
  }

  @Test
  void ofALongLifeAreTheSameForAnHour() {
    Duration week = Duration.ofDays(7);
    String link = urlsAt(NOW.plusSeconds(1)).read(KEY, week);

    assertThat(urlsAt(NOW.plusSeconds(3600)).read(KEY, week)).isEqualTo(link);
    assertThat(urlsAt(NOW.plusSeconds(3601)).read(KEY, week)).isNotEqualTo(link);
    assertThat(linkIn(link).expires()).isEqualTo(NOW.plus(week).plusSeconds(3600).getEpochSecond());
  }

  @Test
  void holdForTheirObjectOnly() {
    Link link = linkIn(urls.read(KEY, LIFE));

    assertRefused(
        ErrorCode.FORBIDDEN, () -> urls.checkRead(OTHER, link.expires(), link.signature()));
  }

  @Test
  void doNotHoldOnceTheirExpiryIsMoved() {
    Link link = linkIn(urls.read(KEY, LIFE));

    assertRefused(
        ErrorCode.FORBIDDEN, () -> urls.checkRead(KEY, link.expires() + 1, link.signature()));
  }

  @Test
  void doNotHoldIfOneDigitOfTheSignatureIsAnother() {
    Link link = linkIn(urls.read(KEY, LIFE));
    char last = link.signature().charAt(63);
    String forged = link.signature().substring(0, 63) + (last == '0' ? '1' : '0');

    assertRefused(ErrorCode.FORBIDDEN, () -> urls.checkRead(KEY, link.expires(), forged));
    assertRefused(ErrorCode.FORBIDDEN, () -> urls.checkRead(KEY, link.expires(), ""));
    assertRefused(ErrorCode.FORBIDDEN, () -> urls.checkRead(KEY, link.expires(), "ü"));
  }

  @Test
  void ofAReadDoNotAllowAnUpload() {
    Link link = linkIn(urls.read(KEY, LIFE));

    assertRefused(
        ErrorCode.FORBIDDEN,
        () ->
            urls.checkUpload(KEY.value(), Instant.ofEpochSecond(link.expires()), link.signature()));
  }

  @Test
  void ofAnUploadHoldForTheirTermsOnly() {
    Instant expires = NOW.plus(LIFE);
    String signature = urls.signUpload("data/a.fits 0 1000", expires);

    urls.checkUpload("data/a.fits 0 1000", expires, signature);
    assertRefused(
        ErrorCode.FORBIDDEN, () -> urls.checkUpload("data/a.fits 0 9999", expires, signature));
    assertRefused(
        ErrorCode.GONE,
        () -> urlsAt(expires.plusSeconds(1)).checkUpload("data/a.fits 0 1000", expires, signature));
  }

  @Test
  void holdAfterARestartAndAtNoOtherHub(@TempDir Path otherHub) {
    Link link = linkIn(urls.read(KEY, LIFE));

    urlsAt(NOW).checkRead(KEY, link.expires(), link.signature());
    SignedUrls foreign = new SignedUrls(keysOf(otherHub), Clock.fixed(NOW, ZoneOffset.UTC));
    assertRefused(
        ErrorCode.FORBIDDEN, () -> foreign.checkRead(KEY, link.expires(), link.signature()));
  }

  private static Keys keysOf(Path folder) {
    return new Keys(new DataFolder(folder.toString()), new Profile("production"));
  }

  private SignedUrls urlsAt(Instant now) {
    return new SignedUrls(keysOf(data), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Link linkIn(String url) {
    Matcher parts =
        Pattern.compile("/objects/" + KEY + "\\?expires=(\\d+)&signature=([0-9a-f]{64})")
            .matcher(url);
    assertThat(parts.matches()).as(url).isTrue();
    return new Link(Long.parseLong(parts.group(1)), parts.group(2));
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
