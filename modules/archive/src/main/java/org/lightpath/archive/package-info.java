/**
 * Images in, found and out again.
 *
 * <p>Flow in: {@code web.UploadResource} or the port {@code ImageIntake} -> {@link
 * org.lightpath.archive.Intake} -> object store -> {@link org.lightpath.archive.Ingest} -> {@link
 * org.lightpath.archive.Images} and the pipeline's {@link org.lightpath.archive.Notices}. Flow out:
 * {@code web.ImageResource} -> {@link org.lightpath.archive.Images}; bytes by signed URL from
 * {@code web.ObjectResource}.
 *
 * <p>May use: {@code platform}. Must not use: other features.
 */
package org.lightpath.archive;
