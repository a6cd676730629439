package org.lightpath.pipes.queue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Refuses new items before the embedded broker's disk is so full that the broker makes senders wait
 * without end (95 %). Thread-safe.
 */
final class DiskSpace {

  private static final double FULL_PERCENT = 94;

  private final Optional<Path> directory;
  private final ToDoubleFunction<Path> usedPercent;

  /** Watches the disk of {@code directory}; watches nothing if it is empty. */
  DiskSpace(Optional<Path> directory) {
    this(directory, DiskSpace::usedPercent);
  }

  /** Watches what {@code usedPercent} says of {@code directory}, 0 to 100. */
  DiskSpace(Optional<Path> directory, ToDoubleFunction<Path> usedPercent) {
    this.directory = directory;
    this.usedPercent = usedPercent;
  }

  /** NO_SPACE if the disk is 94 % full or fuller. */
  void check() {
    if (directory.isEmpty()) {
      return;
    }
    double used = usedPercent.applyAsDouble(directory.get());
    if (used >= FULL_PERCENT) {
      throw new LightpathException(
          ErrorCode.NO_SPACE,
          "the disk of %s is %.1f %% full, new items are taken below %.0f %%"
              .formatted(directory.get(), used, FULL_PERCENT));
    }
  }

  private static double usedPercent(Path directory) {
    try {
      FileStore store = Files.getFileStore(directory);
      return 100.0 * (store.getTotalSpace() - store.getUsableSpace()) / store.getTotalSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
