package org.lightpath.archive.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.Ids;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;

/** Runs in a process of its own, with a data folder that is smaller than the object it stores. */
final class FullDisk {

  private static final int TOO_MANY_BYTES = 8 << 20;

  private FullDisk() {}

  /** Writes to {@code <data>.answer} how the store refused and how many files are left. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    FileObjectStore store =
        new FileObjectStore(new DataFolder(data.toString()), new Ids(Clock.systemUTC()));
    String refusal = "stored";
    try {
      store.put(new ObjectKey("data/big.fits"), out -> out.write(new byte[TOO_MANY_BYTES]));
    } catch (LightpathException e) {
      refusal = e.code().name();
    }
    store.put(new ObjectKey("data/small.fits"), out -> out.write(1));
    try (Stream<Path> left = Files.walk(data)) {
      String names =
          String.join(
              ",", left.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList());
      Files.writeString(Path.of(data + ".answer"), refusal + " " + names);
    }
  }
}
