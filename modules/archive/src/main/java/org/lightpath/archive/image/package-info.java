/**
 * What the archive knows about image files: their names, their headers, their pixels and pictures
 * of them for people.
 *
 * <p>Flow: bytes -> {@link org.lightpath.archive.image.FitsHeader} -> {@link
 * org.lightpath.archive.image.ImageMetadata}; bytes -> {@link
 * org.lightpath.archive.image.FitsPixels} -> {@link org.lightpath.archive.image.Preview}. Files
 * come from outside: every reader is bounded in memory and time and refuses what it cannot use with
 * UNPROCESSABLE.
 *
 * <p>May use: {@code platform}, nom-tam-fits (decoders only). Must not use: Jakarta, the rest of
 * {@code archive}.
 */
package org.lightpath.archive.image;
