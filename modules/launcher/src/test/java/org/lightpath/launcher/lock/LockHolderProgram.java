package org.lightpath.launcher.lock;

import java.io.IOException;
import java.nio.file.Path;

/** Another process: takes the lock of a directory, says whether it has it, ends with its input. */
final class LockHolderProgram {

  private LockHolderProgram() {}

  public static void main(String[] words) throws IOException {
    boolean taken = DataLock.take(Path.of(words[0]), "a test").isPresent();
    System.out.println(taken ? "taken" : "refused");
    System.in.read();
  }
}
