package org.lightpath.archive.objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import org.lightpath.platform.Checkpoint;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.Ids;
import org.lightpath.platform.ImageIntake.Content;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.ObjectStore;

/**
 * Objects as files below {@code <data>/objects}: written under a temporary name, fsynced, renamed,
 * the folder fsynced. A reader sees the old object or the new one, never half of one. Thread-safe.
 */
@ApplicationScoped
public class FileObjectStore implements ObjectStore {

  private static final int BUFFER_BYTES = 1 << 17;

  private Path objects = Path.of("/");
  private Path unfinished = Path.of("/");
  private Ids ids;

  /** For the CDI proxy. */
  protected FileObjectStore() {}

  /** A store below the data folder; what an earlier process left unfinished is removed. */
  @Inject
  public FileObjectStore(DataFolder data, Ids ids) {
    this.objects = data.folder("objects");
    this.unfinished = data.folder("objects.unfinished");
    this.ids = ids;
    removeUnfinished();
  }

  private void removeUnfinished() {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(unfinished)) {
      for (Path file : left) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + unfinished, e);
    }
  }

  @Override
  public void put(ObjectKey key, Content content) {
    Path temporary = unfinished.resolve(ids.next());
    try {
      write(temporary, content);
      Checkpoint.OBJECT_WRITTEN.reached();
      Path target = objects.resolve(key.value());
      Files.createDirectories(target.getParent());
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
      sync(target.getParent());
      Checkpoint.OBJECT_RENAMED.reached();
    } catch (IOException e) {
      throw refusal(key, e);
    } finally {
      forget(temporary);
    }
  }

  private static void write(Path file, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      var out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
      content.writeTo(out);
      out.flush();
      channel.force(true);
    }
  }

  /** Without this the rename itself could be lost with the power. */
  private static void sync(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void forget(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + temporary, e);
    }
  }

  private LightpathException refusal(ObjectKey key, IOException e) {
    if (isFull(e)) {
      return new LightpathException(
          ErrorCode.NO_SPACE, "no space left to store " + key + "; nothing of it was kept", e);
    }
    if (e instanceof FileAlreadyExistsException
        || Files.isDirectory(objects.resolve(key.value()))) {
      return new LightpathException(
          ErrorCode.CONFLICT,
          "%s cannot be stored: a part of its name is an object, or it is the folder of others"
              .formatted(key),
          e);
    }
    return new LightpathException(
        ErrorCode.UNAVAILABLE, "cannot store " + key + ": " + reasonOf(e), e);
  }

  /** Without the path, which is nobody's business outside. */
  private static String reasonOf(IOException e) {
    return e instanceof FileSystemException file ? file.getReason() : e.getMessage();
  }

  /** The JDK gives ENOSPC and EDQUOT no type of their own. */
  private static boolean isFull(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("No space left") || message.contains("quota exceeded");
  }

  @Override
  public Optional<Facts> find(ObjectKey key) {
    try {
      Path file = objects.resolve(key.value());
      BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
      if (!facts.isRegularFile()) {
        return Optional.empty();
      }
      Instant storedAt = facts.lastModifiedTime().toInstant();
      String etag =
          "\"%x-%x-%s\""
              .formatted(
                  facts.size(),
                  storedAt.getEpochSecond() * 1_000_000_000L + storedAt.getNano(),
                  Integer.toHexString(String.valueOf(facts.fileKey()).hashCode()));
      return Optional.of(new Facts(facts.size(), etag, storedAt));
    } catch (FileSystemException e) {
      return Optional.empty(); // also where a part of its name is an object
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at " + key, e);
    }
  }

  @Override
  public InputStream open(ObjectKey key, long offset) throws IOException {
    try {
      SeekableByteChannel channel = Files.newByteChannel(objects.resolve(key.value()));
      channel.position(offset);
      return Channels.newInputStream(channel);
    } catch (NoSuchFileException e) {
      throw new LightpathException(ErrorCode.NOT_FOUND, "there is no object " + key, e);
    }
  }

  @Override
  public long freeBytes() {
    return objects.toFile().getUsableSpace();
  }
}
