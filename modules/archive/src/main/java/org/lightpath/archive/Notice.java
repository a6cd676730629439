package org.lightpath.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The pipeline is still to be told of a file. Made in the transaction that records the file,
 * deleted once the broker has the item.
 */
@Entity
@Table(name = "pipeline_notice")
@NamedQuery(
    name = "Notice.oldest",
    query = "select n from Notice n order by n.createdAt, n.fileName")
public class Notice {

  @Id
  @Column(name = "file_name", length = 120)
  private String fileName;

  @Column(nullable = false, updatable = false, length = 64)
  private String queue;

  @Column(nullable = false, updatable = false, length = 16)
  private String site;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  /** For JPA. */
  protected Notice() {}

  /** Tells {@code queue} of a new file of {@code site}. */
  public Notice(String fileName, String queue, String site, Instant createdAt) {
    this.fileName = fileName;
    this.queue = queue;
    this.site = site;
    this.createdAt = createdAt;
  }

  /** The file. */
  public String fileName() {
    return fileName;
  }

  /** The PIPE queue. */
  public String queue() {
    return queue;
  }

  /** The site, which is the sender. */
  public String site() {
    return site;
  }

  /** Since when the notice waits. */
  public Instant createdAt() {
    return createdAt;
  }
}
