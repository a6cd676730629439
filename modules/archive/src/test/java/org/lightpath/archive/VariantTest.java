package org.lightpath.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.archive.image.ImageFileName;

final class VariantTest {

  @ParameterizedTest
  @CsvSource({
    "EX00.fits.fz,FITS_FULL",
    "EX00.fits,FITS_FULL",
    "EX01.fits.bz,FITS_FULL",
    "EX01.FITS,FITS_FULL",
    "EX10.fits.fz,FITS_SMALL",
    "EX13.fits,FITS_SMALL",
    "EX11.fits,OTHER",
    "EX10.jpg,JPG_MEDIUM",
    "EX13.JPG,JPG_MEDIUM",
    "EX11.jpg,JPG_SMALL",
    "EX00.jpg,OTHER",
    "EX10.png,OTHER",
    "EX10.jpeg,OTHER",
    "EX00.txt,OTHER",
    "EF00.fits,FITS_FULL"
  })
  void followsFromLevelAndExtension(String end, Variant variant) {
    assertThat(Variant.of(ImageFileName.parse("saf-camera1-20260214-00000001-" + end)))
        .isEqualTo(variant);
  }
}
