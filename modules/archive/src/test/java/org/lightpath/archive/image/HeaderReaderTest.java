package org.lightpath.archive.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

final class HeaderReaderTest {

  private static final String[] IMAGE = {
    "SIMPLE  =                    T", "BITPIX  =                    8",
    "NAXIS   =                    2", "NAXIS1  =                    1",
    "NAXIS2  =                    1"
  };

  @Test
  void headerReadsAsWritten() throws IOException {
    Map<String, String> cards =
        HeaderReader.read(FitsFile.stream(FitsFile.resource("cluster.fits")));

    assertThat(cards)
        .containsEntry("SIMPLE", "T")
        .containsEntry("BITPIX", "16")
        .containsEntry("NAXIS1", "300")
        .containsEntry("CTYPE1", "RA---TAN")
        .containsEntry("CRVAL1", "250.4226")
        .containsEntry("CDELT1", "-0.0002777")
        .containsEntry("EQUINOX", "2000.0")
        .containsEntry("CHECKSUM", "EEEEHEBEEEBEEEBE")
        .containsEntry("DATASUM", "4258198870");
    assertThat(cards.keySet()).startsWith("SIMPLE", "BITPIX", "NAXIS", "NAXIS1", "NAXIS2");
    assertThat(cards.get("COMMENT").lines())
        .hasSize(2)
        .contains("Under the licence of the project, Apache-2.0.");
  }

  @ParameterizedTest
  @CsvSource({"cluster.fits, cluster_rice.fits", "cluster_real.fits, cluster_real_rice.fits"})
  void compressedImageHasTheHeaderOfThePlainOne(String plain, String packed) throws IOException {
    assertThat(HeaderReader.read(FitsFile.stream(FitsFile.resource(packed))))
        .containsAllEntriesOf(HeaderReader.read(FitsFile.stream(FitsFile.resource(plain))))
        .doesNotContainKeys("ZIMAGE", "ZCMPTYPE", "TTYPE1", "TFIELDS", "PCOUNT", "XTENSION");
  }

  @Test
  void readsNothingBehindTheHeader() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("read behind the header");
          }
        };
    byte[] header = new FitsFile().header(IMAGE).bytes();

    assertThat(HeaderReader.read(new SequenceInputStream(FitsFile.stream(header), broken)))
        .hasSize(5);
  }

  @Test
  void valuesKeepTheirTextAndLoseQuotesAndComments() throws IOException {
    Map<String, String> cards =
        cards(
            "TEXT    = '  it''s / here  '   / comment",
            "EMPTY   = ''",
            "HALF    = 'no end",
            "EXP     =             1.5D-03 / comment",
            "NONE    =                     / comment",
            "FLAG    =                    F",
            "COMPLEX =           (1.0, 2.0)",
            "TWICE   =                    1",
            "TWICE   =                    2",
            "HIERARCH ESO DET  NAME = 'ccd 1' / comment",
            "BYTES   = 'a\u0007\u00e9b'");

    assertThat(cards)
        .containsEntry("TEXT", "  it's / here")
        .containsEntry("EMPTY", "")
        .containsEntry("HALF", "no end")
        .containsEntry("EXP", "1.5D-03")
        .containsEntry("NONE", "")
        .containsEntry("FLAG", "F")
        .containsEntry("COMPLEX", "(1.0, 2.0)")
        .containsEntry("TWICE", "2")
        .containsEntry("ESO DET NAME", "ccd 1")
        .containsEntry("BYTES", "a??b");
  }

  @Test
  void continuedTextIsOne() throws IOException {
    assertThat(
            cards(
                "LONG    = 'one &'",
                "CONTINUE  '&'",
                "CONTINUE  'two ''&' / comment",
                "CONTINUE  'three'",
                "AMP     = 'Astronomy &'",
                "CONTINUE without a quote is a comment",
                "LAST    = 'x&'"))
        .containsEntry("LONG", "one two 'three")
        .containsEntry("AMP", "Astronomy &")
        .containsEntry("LAST", "x&")
        .doesNotContainKey("CONTINUE");
  }

  @Test
  void imageInAnExtensionIsFound() throws IOException {
    byte[] file =
        new FitsFile()
            .header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 1", "NAXIS1  = 3000")
            .data(ByteBuffer.allocate(3000))
            .header(
                "XTENSION= 'BINTABLE'",
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = 4",
                "NAXIS2  = 2",
                "PCOUNT  = 10",
                "GCOUNT  = 1",
                "TFIELDS = 1",
                "TFORM1  = '1J'")
            .data(ByteBuffer.allocate(18))
            .header(
                "XTENSION= 'IMAGE'",
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = 1",
                "NAXIS2  = 1",
                "PCOUNT  = 0",
                "GCOUNT  = 1",
                "OBJECT  = 'here'")
            .bytes();

    assertThat(HeaderReader.read(FitsFile.stream(file))).containsEntry("OBJECT", "here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "SIMPLE", "GIF89a", "\u0000\u0001\r\n<html>"})
  void whatIsNotFitsIsRefusedByItsFirstBytes(String content) {
    assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), "not a FITS file");
  }

  @Test
  void truncatedHeaderIsRefused() throws IOException {
    byte[] file = FitsFile.resource("cluster.fits");

    assertRefused(Arrays.copyOf(file, 2879), "block 1 has 2879 of 2880 bytes");
  }

  @Test
  void headerWithoutEndIsRefusedAfterThreeMegabytes() {
    InputStream endless =
        new SequenceInputStream(
            FitsFile.stream("SIMPLE  =                    T".getBytes(StandardCharsets.US_ASCII)),
            new InputStream() {
              @Override
              public int read() {
                return ' ';
              }
            });

    assertThatThrownBy(() -> HeaderReader.read(endless))
        .isInstanceOf(LightpathException.class)
        .hasMessageContaining("no END card in its first 1000 blocks");
  }

  @Test
  void fileWithoutImageIsRefused() {
    FitsFile file = new FitsFile().header("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 0");
    for (int i = 0; i < 1100; i++) {
      file.header("XTENSION= 'IMAGE'", "BITPIX  = 8", "NAXIS   = 0");
    }

    assertRefused(file.bytes(), "holds no image");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NAXIS1  = 9223372036854775807",
        "NAXIS1  = -1",
        "NAXIS1  = many",
        "NAXIS1  = 1.5",
        "BITPIX  = 99",
        "PCOUNT  = 9223372036854775807"
      })
  void impossibleSizesAreRefused(String card) {
    byte[] file =
        new FitsFile()
            .header("SIMPLE  = T", "BITPIX  = 64", "NAXIS   = 1", "NAXIS1  = 2", card)
            .bytes();

    assertRefused(file, "FITS");
  }

  @Test
  void damagedHeadersAreReadOrRefusedAndNothingElse() throws IOException {
    Random random = new Random(1);
    byte[] whole = FitsFile.resource("cluster_rice.fits");
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = Arrays.copyOf(whole, 4 * 2880);
      for (int i = 0; i < 1 + round % 20; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(HeaderReader.read(FitsFile.stream(damaged))).isNotEmpty();
      } catch (LightpathException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE);
      }
    }
  }

  private static Map<String, String> cards(String... more) throws IOException {
    ArrayList<String> all = new ArrayList<>(List.of(IMAGE));
    all.addAll(List.of(more));
    return HeaderReader.read(new FitsFile().header(all.toArray(String[]::new)).stream());
  }

  private static void assertRefused(byte[] file, String sentence) {
    assertThatThrownBy(() -> HeaderReader.read(FitsFile.stream(file)))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNPROCESSABLE))
        .hasMessageContaining(sentence);
  }
}
