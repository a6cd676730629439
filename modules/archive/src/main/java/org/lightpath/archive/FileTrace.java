package org.lightpath.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** What caused a FITS file, when it was recorded, and when its pipeline was told of it. */
@Entity
@Table(name = "file_trace")
@NamedQuery(
    name = "FileTrace.ofTrace",
    query = "select f from FileTrace f where f.traceId = :trace order by f.recordedAt, f.fileName")
@NamedQuery(
    name = "FileTrace.ofBaseName",
    query = "select f from FileTrace f where f.baseName = :name order by f.recordedAt, f.fileName")
@NamedQuery(
    name = "FileTrace.ofItem",
    query = "select f from FileTrace f where f.itemId = :name order by f.fileName")
public class FileTrace {

  @Id
  @Column(name = "file_name", length = 120)
  private String fileName;

  @Column(name = "base_name", nullable = false, updatable = false, length = 120)
  private String baseName;

  @Column(name = "trace_id", nullable = false, updatable = false, length = 32)
  private String traceId;

  @Column(name = "recorded_at", nullable = false, updatable = false)
  private Instant recordedAt;

  /** Null until the pipeline has been told. */
  @Column(length = 64)
  private String queue;

  @Column(name = "item_id", length = 22)
  private String itemId;

  @Column(name = "told_at")
  private Instant toldAt;

  /** For JPA. */
  protected FileTrace() {}

  /** A file of which no pipeline has been told. */
  public FileTrace(String fileName, String baseName, String traceId, Instant recordedAt) {
    this.fileName = fileName;
    this.baseName = baseName;
    this.traceId = traceId;
    this.recordedAt = recordedAt;
  }

  /** The pipeline has been told by that item. */
  public void told(String toldQueue, String toldItem, Instant now) {
    queue = toldQueue;
    itemId = toldItem;
    toldAt = now;
  }

  /** The file. */
  public String fileName() {
    return fileName;
  }

  /** The image that it belongs to. */
  public String baseName() {
    return baseName;
  }

  /** Trace-id of what caused it, 32 hexadecimal digits. */
  public String traceId() {
    return traceId;
  }

  /** When it was recorded. */
  public Instant recordedAt() {
    return recordedAt;
  }

  /** The PIPE queue that was told; empty if none was. */
  public Optional<String> queue() {
    return Optional.ofNullable(queue);
  }

  /** The PIPE item that told it; empty if none did. */
  public Optional<String> itemId() {
    return Optional.ofNullable(itemId);
  }

  /** When; empty if none did. */
  public Optional<Instant> toldAt() {
    return Optional.ofNullable(toldAt);
  }
}
