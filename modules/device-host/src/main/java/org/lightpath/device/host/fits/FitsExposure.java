package org.lightpath.device.host.fits;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import org.lightpath.device.spi.Frame;

/**
 * One exposure as a FITS file (FITS Standard 4.0): unsigned 16 bit, complete header, CHECKSUM and
 * DATASUM on every HDU. The same exposure gives the same bytes each time. The frame's pixels are
 * read, never copied as a whole: writing needs little memory plain, and the size of the compressed
 * data when compressed. Thread-safe as long as nobody changes the pixels.
 */
public final class FitsExposure {

  private final ExposureHeader exposure;
  private final Instant writtenAt;

  /** The exposure as a file dated now by {@code clock}. */
  public FitsExposure(ExposureHeader exposure, Clock clock) {
    this.exposure = exposure;
    this.writtenAt = clock.instant();
  }

  /**
   * Writes it as a plain image ({@code .fits}); leaves {@code out} open.
   *
   * @throws IOException if {@code out} fails
   */
  public void write(OutputStream out) throws IOException {
    PixelData pixels = new PixelData(exposure.frame());
    out.write(plainHeader(pixels.datasum()).bytes());
    pixels.writeTo(out);
  }

  /**
   * Writes it tile-compressed with RICE_1, one tile per row ({@code .fits.fz}); unpacked it is the
   * file that {@link #write} makes. Leaves {@code out} open.
   *
   * @throws IOException if {@code out} fails
   */
  public void writeCompressed(OutputStream out) throws IOException {
    long plainDatasum = new PixelData(exposure.frame()).datasum();
    String plainChecksum = plainHeader(plainDatasum).checksum();
    CompressedRows rows = CompressedRows.of(exposure.frame());
    Cards cards = tableCards(exposure.frame(), rows);
    cards
        .text("ZHECKSUM", plainChecksum, "CHECKSUM of the plain image")
        .text("ZDATASUM", Long.toString(plainDatasum), "DATASUM of the plain image");
    addContent(cards);
    out.write(emptyPrimary().bytes());
    out.write(cards.end(rows.datasum()).bytes());
    rows.writeTo(out);
  }

  private Cards.Block plainHeader(long datasum) {
    Cards cards =
        new Cards()
            .logical("SIMPLE", true, "FITS Standard 4.0")
            .integer("BITPIX", 16, "bits per pixel")
            .integer("NAXIS", 2, "axes")
            .integer("NAXIS1", exposure.frame().widthPixels(), "columns")
            .integer("NAXIS2", exposure.frame().heightPixels(), "rows")
            .logical("EXTEND", true, "extensions may follow");
    addContent(cards);
    return cards.end(datasum);
  }

  private void addContent(Cards cards) {
    cards
        .integer("BZERO", 32768, "unsigned 16-bit pixels")
        .integer("BSCALE", 1, "pixel = BZERO + BSCALE * stored");
    ExposureCards.add(cards, exposure, writtenAt);
  }

  private static Cards.Block emptyPrimary() {
    return new Cards()
        .logical("SIMPLE", true, "FITS Standard 4.0")
        .integer("BITPIX", 16, "bits per pixel")
        .integer("NAXIS", 0, "no data here: the image follows")
        .logical("EXTEND", true, "extensions may follow")
        .end(0);
  }

  private static Cards tableCards(Frame frame, CompressedRows rows) {
    return new Cards()
        .text("XTENSION", "BINTABLE", "binary table")
        .integer("BITPIX", 8, "bytes")
        .integer("NAXIS", 2, "axes of the table")
        .integer("NAXIS1", CompressedRows.DESCRIPTOR_BYTES, "bytes per table row")
        .integer("NAXIS2", frame.heightPixels(), "table rows: one tile each")
        .integer("PCOUNT", rows.heapBytes(), "bytes of compressed data")
        .integer("GCOUNT", 1, "one table")
        .integer("TFIELDS", 1, "columns")
        .text("TTYPE1", "COMPRESSED_DATA", "code of one tile")
        .text("TFORM1", "1PB(" + rows.longestRow() + ")", "bytes, of varying number")
        .text("EXTNAME", "COMPRESSED_IMAGE", "name of this extension")
        .logical("ZIMAGE", true, "holds a tile-compressed image")
        .logical("ZSIMPLE", true, "FITS Standard 4.0")
        .integer("ZBITPIX", 16, "bits per pixel")
        .integer("ZNAXIS", 2, "axes")
        .integer("ZNAXIS1", frame.widthPixels(), "columns")
        .integer("ZNAXIS2", frame.heightPixels(), "rows")
        .logical("ZEXTEND", true, "extensions may follow")
        .integer("ZTILE1", frame.widthPixels(), "columns of a tile")
        .integer("ZTILE2", 1, "rows of a tile")
        .text("ZCMPTYPE", "RICE_1", "compression")
        .text("ZNAME1", "BLOCKSIZE", "pixels per block")
        .integer("ZVAL1", RiceEncoder.BLOCK_SIZE, "pixels per block")
        .text("ZNAME2", "BYTEPIX", "bytes per pixel")
        .integer("ZVAL2", RiceEncoder.BYTES_PER_PIXEL, "bytes per pixel");
  }
}
