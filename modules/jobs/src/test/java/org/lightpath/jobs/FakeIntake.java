package org.lightpath.jobs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.lightpath.platform.ImageIntake;
import org.lightpath.platform.SiteCode;

/** An archive in memory. */
final class FakeIntake implements ImageIntake {

  final Map<String, byte[]> stored = new ConcurrentHashMap<>();

  /** Called with the file name before a file is stored; may throw. */
  volatile Consumer<String> beforeStoring = name -> {};

  private final AtomicInteger newest = new AtomicInteger();

  @Override
  public String allotBaseName(SiteCode site, String camera, LocalDate observingDay) {
    String day = observingDay.toString().replace("-", "");
    return "%s-%s-%s-%08d".formatted(site, camera, day, newest.incrementAndGet());
  }

  @Override
  public void accept(String fileName, Content content) {
    beforeStoring.accept(fileName);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      content.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stored.put(fileName, bytes.toByteArray());
  }

  @Override
  public boolean resume(String fileName) {
    return stored.containsKey(fileName);
  }
}
