package org.lightpath.archive.objects;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;

final class ObjectTypeTest {

  /** Media types as IANA registers them: RFC 4047, 2046, 2083, 3302; bzip2 has none of its own. */
  @ParameterizedTest
  @CsvSource({
    "saf-c-20260214-00000001-EX00.fits, application/fits",
    "saf-c-20260214-00000001-EX00.fits.fz, application/fits",
    "a.FIT, application/fits",
    "a.fts, application/fits",
    "saf-c-20260214-00000001-EX10.jpg, image/jpeg",
    "a.JPEG, image/jpeg",
    "a.png, image/png",
    "a.tif, image/tiff",
    "a.tiff, image/tiff",
    "a.fits.bz2, application/x-bzip2",
    "a.txt, text/plain",
    "a.jpg.exe, application/octet-stream",
    "a.html, application/octet-stream",
    "a.svg, application/octet-stream",
    "jpg, image/jpeg",
    "README, application/octet-stream"
  })
  void theEndOfTheNameTells(String name, String mediaType) {
    assertThat(typeOf(name).mediaType()).isEqualTo(mediaType);
  }

  @ParameterizedTest
  @CsvSource({"jpg, image/jpeg", "png, image/png", "tif, image/tiff"})
  void whatTheJdkWritesIsTaken(String format, String mediaType) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    assertThat(ImageIO.write(picture, format, file)).isTrue();

    assertThat(typeOf("a." + format).mediaType()).isEqualTo(mediaType);
    assertTaken("a." + format, file.toByteArray());
  }

  @Test
  void whatBeginsAsItsNameSaysIsTaken() {
    assertTaken("a.fits", "SIMPLE  =                    T".getBytes(ISO_8859_1));
    assertTaken("a.fits.bz2", "BZh91AY&SY".getBytes(ISO_8859_1));
    assertTaken("a.txt", "αβγ – 21°\n".getBytes(UTF_8));
    assertTaken("a.txt", new byte[0]);
    assertTaken("a.dat", new byte[10]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.fits", "a.fits.fz", "a.jpg", "a.png", "a.tif", "a.bz2"})
  void whatBeginsOtherwiseIsRefusedWithNameTypeAndBytes(String name) {
    assertThatThrownBy(() -> check(name, "<html>".getBytes(ISO_8859_1)))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE))
        .hasMessage(
            "test/%s must be %s, and its content is not: it begins with the bytes"
                + " '3c 68 74 6d 6c 3e'; nothing was stored",
            name, typeOf(name).mediaType());
    assertThatThrownBy(() -> check(name, new byte[0])).isInstanceOf(LightpathException.class);
  }

  @Test
  void textWithANulIsNone() {
    assertThatThrownBy(() -> check("a.txt", "MZ\0\1".getBytes(ISO_8859_1)))
        .hasMessageContaining("test/a.txt must be text/plain");
  }

  private static void assertTaken(String name, byte[] content) {
    assertThatCode(() -> check(name, content)).doesNotThrowAnyException();
  }

  private static void check(String name, byte[] content) {
    typeOf(name).check(new ObjectKey("test/" + name), content);
  }

  private static ObjectType typeOf(String name) {
    return ObjectType.of(new ObjectKey("test/" + name));
  }
}
