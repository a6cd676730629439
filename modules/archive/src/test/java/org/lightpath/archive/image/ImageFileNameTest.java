package org.lightpath.archive.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

final class ImageFileNameTest {

  @Test
  void partsAreFound() {
    ImageFileName name = ImageFileName.parse("saf-camera1-20260214-00000001-EX00.fits.fz");

    assertThat(name.baseName()).isEqualTo("saf-camera1-20260214-00000001");
    assertThat(name.site()).isEqualTo("saf");
    assertThat(name.instrument()).isEqualTo("camera1");
    assertThat(name.day()).isEqualTo("20260214");
    assertThat(name.number()).isEqualTo("00000001");
    assertThat(name.dataType()).isEqualTo("EX");
    assertThat(name.reductionLevel()).isEqualTo("00");
    assertThat(name.extension()).isEqualTo("fits.fz");
    assertThat(name.fileName()).isEqualTo("saf-camera1-20260214-00000001-EX00.fits.fz");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc-cam1-20240110-00000001-EX10.jpg",
        "AB-sq_003.ms-20240110-00000001-e00.txt",
        "abcdefgh12345678-cam1-99999999-00000001-EF13.fits.bz",
        "abc--20240110-00000001-EX01.fits"
      })
  void namesOfTheGrammarAreTaken(String fileName) {
    assertThat(ImageFileName.find(fileName)).map(ImageFileName::fileName).contains(fileName);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc-cam1-20240110-00000001",
        "abc-cam1-20240110-00000001-EX10",
        "abc-cam1-20240110-00000001-EX10.",
        "abc-cam1-20240110-00000001-EXP13x.jpg",
        "abc-cam1-20240110-00000001-EX1.jpg",
        "abc-cam1-20240110-00000001-EX100.jpg",
        "abc-cam1-20240110-00000001-10.jpg",
        "abc-cam1-20240110-00000001-EX10.jpg.b.c",
        "abc-cam1-20240110-00000001-EX10.jp2",
        "abc-cam1-20240110-00000001-EX10.jpg\n",
        "abc-cam1-20240110-0000001-EX10.jpg",
        "abc-cam1-2024011-00000001-EX10.jpg",
        "abc-cam-1-20240110-00000001-EX10.jpg",
        "a-cam1-20240110-00000001-EX10.jpg",
        "abcdefgh123456789-cam1-20240110-00000001-EX10.jpg",
        "a.b-cam1-20240110-00000001-EX10.jpg",
        "abc-../cam-20240110-00000001-EX10.jpg",
        "abc-c\\m-20240110-00000001-EX10.jpg",
        "abc-c\u0000m-20240110-00000001-EX10.jpg",
        "data/abc-cam1-20240110-00000001-EX10.jpg",
        "abc-cam1-٢٠٢٤٠١١٠-00000001-EX10.jpg"
      })
  void anyOtherNameIsRefusedWithItsForm(String fileName) {
    assertThat(ImageFileName.find(fileName)).isEmpty();
    assertThatThrownBy(() -> ImageFileName.parse(fileName))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessageContaining("<site>-<instrument>-<YYYYMMDD>-<8 digits>");
  }
}
