package org.lightpath.archive.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Ids;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.ObjectStore.Facts;
import org.lightpath.test.kit.AtOnce;

@Timeout(60)
final class FileObjectStoreTest {

  private static final ObjectKey KEY = new ObjectKey("data/deep/er/a.fits");
  private static final int BYTES = 300_000;
  private static final int REPLACEMENTS = 60;
  private static final int CANNOT = 77;
  private static final int UNSHARE_REFUSED = 1;

  @TempDir Path data;
  private FileObjectStore store;

  @BeforeEach
  void open() {
    store = storeIn(data);
  }

  private static FileObjectStore storeIn(Path folder) {
    return new FileObjectStore(new DataFolder(folder.toString()), new Ids(Clock.systemUTC()));
  }

  @Test
  void givesBackWhatWasStoredFromAnyOffset() throws IOException {
    store.put(KEY, out -> out.write("0123456789".getBytes(StandardCharsets.US_ASCII)));

    assertThat(read(0)).asString().isEqualTo("0123456789");
    assertThat(read(7)).asString().isEqualTo("789");
    assertThat(read(10)).isEmpty();
    assertThat(store.find(KEY).orElseThrow().bytes()).isEqualTo(10);
  }

  @Test
  void knowsNoObjectThatWasNotStored() {
    store.put(KEY, out -> {});

    assertThat(store.find(new ObjectKey("data/b.fits"))).isEmpty();
    assertThat(store.find(new ObjectKey("data/deep"))).as("a folder is none").isEmpty();
    assertThatThrownBy(() -> store.open(new ObjectKey("data/b.fits"), 0))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void keepsNothingOfContentThatBreaksOff() throws IOException {
    for (RuntimeException cause : List.of(new IllegalStateException("x"), refusal())) {
      assertThatThrownBy(
              () ->
                  store.put(
                      KEY,
                      out -> {
                        out.write(new byte[BYTES]);
                        throw cause;
                      }))
          .isSameAs(cause);
    }
    assertThatThrownBy(
            () ->
                store.put(
                    KEY,
                    out -> {
                      out.write(new byte[BYTES]);
                      throw new IOException("the sender is gone");
                    }))
        .hasMessageContaining("the sender is gone");

    assertThat(store.find(KEY)).isEmpty();
    assertThat(filesLeft()).isEmpty();
  }

  private static LightpathException refusal() {
    return new LightpathException(ErrorCode.TOO_LARGE, "as if");
  }

  @Test
  void keepsTheOldObjectIfTheNewOneBreaksOff() throws IOException {
    store.put(KEY, out -> out.write(1));
    assertThatThrownBy(
        () ->
            store.put(
                KEY,
                out -> {
                  throw new IOException("gone");
                }));

    assertThat(read(0)).containsExactly(1);
  }

  @Test
  void hasAnotherTagForOtherContentOfTheSameLength() {
    store.put(KEY, out -> out.write(1));
    Facts first = store.find(KEY).orElseThrow();
    assertThat(store.find(KEY)).as("the same as long as nothing changes").contains(first);

    store.put(KEY, out -> out.write(2));

    assertThat(store.find(KEY).orElseThrow().etag())
        .isNotEqualTo(first.etag())
        .matches("\"[^\"]+\"");
  }

  @Test
  void showsReadersOneWholeObjectWhileItIsReplaced() throws Exception {
    store.put(KEY, out -> out.write(filled((byte) 0)));
    AtomicBoolean done = new AtomicBoolean();
    Callable<Integer> writer =
        () -> {
          for (int i = 1; i <= REPLACEMENTS; i++) {
            byte[] content = filled((byte) i);
            store.put(KEY, out -> out.write(content));
          }
          done.set(true);
          return 0;
        };
    Callable<Integer> reader =
        () -> {
          int torn = 0;
          while (!done.get()) {
            byte[] content = read(0);
            torn += Arrays.equals(content, filled(content[0])) ? 0 : 1;
          }
          return torn;
        };

    assertThat(AtOnce.results(4, i -> i == 0 ? writer : reader)).containsOnly(0);
  }

  @Test
  void clearsAwayWhatAnEarlierProcessLeftUnfinished() throws IOException {
    Path left = Files.writeString(data.resolve("objects.unfinished/01ARZ3"), "half");

    storeIn(data);

    assertThat(left).doesNotExist();
  }

  @Test
  void saysThatTheDiskIsFullKeepsNothingAndGoesOn() throws Exception {
    Path disk = Files.createDirectory(data.resolve("disk"));
    String script =
        "mount -t tmpfs -o size=1m tmpfs '%s' || exit 77; exec '%s/bin/java' -cp '%s' %s '%s'"
            .formatted(
                disk,
                System.getProperty("java.home"),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                FullDisk.class.getName(),
                disk);
    int exit = run("unshare", "-Urm", "sh", "-c", script);
    Assumptions.assumeFalse(
        exit == CANNOT || exit == UNSHARE_REFUSED, "SKIPPED: no small disk can be made here");

    assertThat(exit).isZero();
    assertThat(Path.of(disk + ".answer")).hasContent("NO_SPACE small.fits");
  }

  /** The exit code; CANNOT if the program does not exist. */
  private static int run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).inheritIO().start();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } catch (IOException e) {
      return CANNOT;
    }
  }

  private static byte[] filled(byte value) {
    byte[] content = new byte[BYTES];
    Arrays.fill(content, value);
    return content;
  }

  private byte[] read(long offset) throws IOException {
    try (InputStream in = store.open(KEY, offset)) {
      return in.readAllBytes();
    }
  }

  private List<Path> filesLeft() throws IOException {
    try (Stream<Path> all = Files.walk(data)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
