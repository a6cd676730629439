package org.lightpath.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A named place in the main job where the crash tests stop the process before they kill it.
 *
 * <p>Set the system property {@code lightpath.test.pause-at} to a name and {@code
 * lightpath.test.pause-file} to a path: the thread that comes by writes that file and waits for the
 * end. Without the properties nothing happens.
 */
public enum Checkpoint {
  /** The job's row says RECEIVED. */
  JOB_TAKEN,
  /** The shutter is about to open. */
  EXPOSING,
  /** The pixels are in memory. */
  READ_OUT,
  /** The object is whole and on disk under its temporary name. */
  OBJECT_WRITTEN,
  /** It has its final name. */
  OBJECT_RENAMED,
  /** The image's record is committed. */
  IMAGE_RECORDED,
  /** The broker has the PIPE item. */
  PIPE_SENT,
  /** All is done but the job's row does not say COMPLETE yet. */
  JOB_DONE;

  private static final String PAUSE_AT = System.getProperty("lightpath.test.pause-at", "");

  /** Says that the thread is here. */
  public void reached() {
    if (name().equals(PAUSE_AT)) {
      pause();
    }
  }

  private void pause() {
    try {
      Files.writeString(Path.of(System.getProperty("lightpath.test.pause-file")), name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      LockSupport.park();
    }
  }
}
