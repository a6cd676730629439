package org.lightpath.archive;

import java.util.function.Supplier;

/**
 * Steps by which two may come to make the same row at the same moment: the database refuses one of
 * them, and its step is taken once more, because now the row is there.
 */
public interface Races {

  /**
   * The result of {@code step}.
   *
   * @param step begins its transaction itself, and changes nothing if that fails
   */
  <T> T call(Supplier<T> step);

  /** The same for a step without a result. */
  default void run(Runnable step) {
    call(
        () -> {
          step.run();
          return this;
        });
  }
}
