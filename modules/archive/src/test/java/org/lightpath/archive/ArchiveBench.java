package org.lightpath.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.lightpath.archive.objects.FileObjectStore;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Ids;
import org.lightpath.platform.ImageArrived;
import org.lightpath.platform.ImageIntake.Content;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.ObjectStore;
import org.lightpath.platform.PipelineNotices;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.telemetry.Work;
import org.lightpath.test.kit.HeardEvents;

/**
 * The whole way in, with a real object store, tables in memory and a played broker. It can die
 * before or after each durable step; what is durable then stays.
 */
final class ArchiveBench {

  /** The process is gone. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1;
  }

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");

  final Map<String, ImageRecord> rows = new LinkedHashMap<>();
  final Map<String, String> headers = new LinkedHashMap<>();
  final Map<String, Notice> notices = new LinkedHashMap<>();
  final List<ObjectKey> intents = new ArrayList<>();
  final Map<String, String> pipe = new LinkedHashMap<>();
  final List<String> deliveries = new ArrayList<>();
  final List<String> itemTraces = new ArrayList<>();
  final HeardEvents<ImageArrived> news = new HeardEvents<>();
  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final FileTraces traces = new MemoryFileTraces(clock);
  final ObjectStore store;
  boolean brokerAway;
  private final AtomicLong ids = new AtomicLong();
  private int stepsLeft = Integer.MAX_VALUE;

  ArchiveBench(Path data) {
    store = new CrashingStore(new FileObjectStore(new DataFolder(data.toString()), new Ids(clock)));
  }

  /** Dies at the step of that number, from 0; each durable thing done counts twice. */
  void dieAt(int step) {
    stepsLeft = step;
  }

  /** A process on what is durable. */
  Intake intake() {
    Images images = new Rows();
    Ingest ingest = new Ingest(store, images, new NoticeRows(), traces, new OneSite(), news, clock);
    return new Intake(
        new IntentRows(),
        store,
        ingest,
        new Previews(store, images),
        announcer(),
        images,
        new NoRaces());
  }

  Announcer announcer() {
    return new Announcer(new NoticeRows(), new Broker(), traces);
  }

  private void step() {
    if (stepsLeft-- == 0) {
      stepsLeft = Integer.MAX_VALUE;
      throw new Crash();
    }
  }

  private void durable(Runnable change) {
    step();
    change.run();
    step();
  }

  private final class CrashingStore implements ObjectStore {

    @Override
    public long freeBytes() {
      return Long.MAX_VALUE;
    }

    private final ObjectStore files;

    CrashingStore(ObjectStore files) {
      this.files = files;
    }

    @Override
    public void put(ObjectKey key, Content content) {
      durable(() -> files.put(key, content));
    }

    @Override
    public Optional<Facts> find(ObjectKey key) {
      return files.find(key);
    }

    @Override
    public InputStream open(ObjectKey key, long offset) throws IOException {
      return files.open(key, offset);
    }
  }

  private final class IntentRows implements Intents {
    @Override
    public void begin(ObjectKey key) {
      durable(() -> intents.add(key));
    }

    @Override
    public void end(ObjectKey key) {
      durable(() -> intents.removeIf(key::equals));
    }

    @Override
    public List<ObjectKey> all() {
      return intents.stream().distinct().toList();
    }

    @Override
    public List<ObjectKey> begunBefore(Instant time) {
      return all();
    }
  }

  /** One thread has nobody to race with. */
  private static final class NoRaces implements Races {
    @Override
    public <T> T call(Supplier<T> step) {
      return step.get();
    }
  }

  private final class NoticeRows implements Notices {
    @Override
    public void add(Notice notice) {
      if (notices.putIfAbsent(notice.fileName(), notice) != null) {
        throw new IllegalStateException("a second notice of " + notice.fileName());
      }
    }

    @Override
    public Optional<Notice> find(String fileName) {
      return Optional.ofNullable(notices.get(fileName));
    }

    @Override
    public List<Notice> oldest(int limit) {
      return notices.values().stream().limit(limit).toList();
    }

    @Override
    public void remove(String fileName) {
      durable(() -> notices.remove(fileName));
    }
  }

  private final class Broker implements PipelineNotices {
    @Override
    public Optional<String> processFiles(
        String queue, String sender, List<String> files, String noticeId) {
      if (brokerAway) {
        throw new LightpathException(ErrorCode.UNAVAILABLE, "the broker does not answer");
      }
      durable(
          () -> {
            deliveries.add(noticeId);
            itemTraces.add(Work.presentTrace().id());
            pipe.putIfAbsent(noticeId, queue + " " + sender + " " + files);
          });
      return Optional.of("1704855600000_%08x".formatted(deliveries.size()));
    }
  }

  private final class Rows implements Images {
    @Override
    public Optional<ImageRecord> find(String baseName) {
      return Optional.ofNullable(rows.get(baseName));
    }

    @Override
    public Optional<ImageRecord> lock(String baseName) {
      return find(baseName);
    }

    @Override
    public void add(ImageRecord image) {
      rows.put(image.baseName(), image);
    }

    @Override
    public Optional<String> header(String baseName) {
      return find(baseName).map(image -> headers.getOrDefault(baseName, ""));
    }

    @Override
    public void keepHeader(ImageRecord image, String headerJson) {
      headers.put(image.baseName(), headerJson);
    }

    @Override
    public long nextId() {
      return ids.incrementAndGet();
    }

    @Override
    public List<ImageRecord> latest(SiteCode site, Optional<String> userId, int limit) {
      return List.copyOf(rows.values());
    }

    @Override
    public long nextNumber(SiteCode site, String camera) {
      return ids.incrementAndGet();
    }
  }
}
