package org.lightpath.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.Text;

/** One command for one device of a site. Made by a user, carried out by the site, never deleted. */
@Entity
@Table(name = "job")
@NamedQuery(
    name = "Job.waiting",
    query =
        "select j from Job j where j.status = 'UNREAD' and j.hubDriven = true"
            + " and j.order.site = :site and j.order.deviceInstance = :device order by j.ulid")
@NamedQuery(
    name = "Job.waitingDevices",
    query =
        "select distinct j.order.site, j.order.deviceInstance from Job j"
            + " where j.status = 'UNREAD' and j.hubDriven = true")
@NamedQuery(
    name = "Job.countWaiting",
    query =
        "select count(j) from Job j where j.status = 'UNREAD' and j.hubDriven = true"
            + " and j.order.site = :site and j.order.deviceInstance = :device")
@NamedQuery(
    name = "Job.countOpen",
    query =
        "select j.order.site, j.status, count(j), min(j.ulid) from Job j"
            + " where j.status in :open group by j.order.site, j.status")
@NamedQuery(
    name = "Job.interrupted",
    query =
        "select j from Job j where j.hubDriven = true and j.endedAt is null"
            + " and j.status <> 'UNREAD' order by j.ulid")
@NamedQuery(
    name = "Job.ofTrace",
    query = "select j from Job j where j.order.traceId = :trace order by j.ulid")
@NamedQuery(
    name = "Job.recent",
    query =
        "select j from Job j where j.order.site = :site and j.ulid >= :since order by j.ulid desc")
public class Job {

  private static final int MAX_REASON = 500;

  @Id
  @Column(length = 26)
  private String ulid;

  @Embedded private JobOrder order;

  @Column(nullable = false, length = 64)
  private String status;

  @Column(name = "replica_status", nullable = false, length = 64)
  private String replicaStatus;

  /** Whether the hub drives the device itself; otherwise the site's software asks for the job. */
  @Column(name = "hub_driven", nullable = false, updatable = false)
  private boolean hubDriven;

  /** As given: a number or a text; null until somebody said. */
  @Column(name = "seconds_until_complete", length = 32)
  private String secondsUntilComplete;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(nullable = false, length = MAX_REASON)
  private String reason = "";

  /** Base names, one a line, in the order of the exposures. */
  @Column(nullable = false)
  private String images = "";

  @Version private long version;

  /** For JPA. */
  protected Job() {}

  /** A new job that nobody has taken. */
  public Job(String ulid, JobOrder order, boolean hubDriven) {
    this.ulid = ulid;
    this.order = order;
    this.status = JobWords.UNREAD;
    this.replicaStatus = JobWords.UNREAD;
    this.hubDriven = hubDriven;
  }

  /** The hub takes it; CONFLICT if somebody was quicker. */
  public void receive(Instant now) {
    if (!status.equals(JobWords.UNREAD)) {
      throw new LightpathException(
          ErrorCode.CONFLICT, "job %s is %s, it is taken".formatted(ulid, status));
    }
    status = JobWords.RECEIVED;
    receivedAt = now;
  }

  /** Nobody has it any more: the hub was restarted before its device began. */
  public void putBack() {
    if (startedAt != null) {
      throw new LightpathException(
          ErrorCode.CONFLICT, "job %s has begun, it cannot wait again".formatted(ulid));
    }
    status = JobWords.UNREAD;
    receivedAt = null;
  }

  /** Its device begins. */
  public void start(Instant now) {
    advance(JobWords.STARTED);
    startedAt = now;
  }

  /** The next exposure begins under that base name. */
  public void expose(String baseName, Duration remaining) {
    advance(JobWords.EXPOSING);
    images = images.isEmpty() ? baseName : images + "\n" + baseName;
    secondsUntilComplete = Long.toString(remaining.toSeconds());
  }

  /** The image is on its way into the archive. */
  public void save() {
    advance(JobWords.SAVING);
  }

  /** Done. */
  public void complete(Instant now) {
    end(JobWords.COMPLETE, "", now);
  }

  /** It will not be done, because of {@code why}. */
  public void fail(String why, Instant now) {
    String shown = Text.printable(why);
    end(JobWords.FAILED, shown.substring(0, Math.min(MAX_REASON, shown.length())), now);
  }

  /** Keeps only the exposures that are in the archive. */
  public void keepImages(List<String> archived) {
    images = String.join("\n", archived);
  }

  private void end(String word, String why, Instant now) {
    advance(word);
    reason = why;
    endedAt = now;
    secondsUntilComplete = "0";
  }

  private void advance(String word) {
    if (JobWords.isTerminal(status)) {
      throw new LightpathException(
          ErrorCode.CONFLICT, "job %s is %s, it cannot become %s".formatted(ulid, status, word));
    }
    status = word;
  }

  /** Its id; sorts by time. */
  public String ulid() {
    return ulid;
  }

  /** What is asked for, and by whom. */
  public JobOrder order() {
    return order;
  }

  /** The site. */
  public SiteCode site() {
    return order.site();
  }

  /** Status on the primary queue. */
  public String status() {
    return status;
  }

  /** Status on the alternate queue. */
  public String replicaStatus() {
    return replicaStatus;
  }

  /** Estimate as it was given, empty if nobody gave one. */
  public Optional<String> secondsUntilComplete() {
    return Optional.ofNullable(secondsUntilComplete);
  }

  /** When it was taken. */
  public Optional<Instant> receivedAt() {
    return Optional.ofNullable(receivedAt);
  }

  /** When its device began. */
  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  /** When it ended. */
  public Optional<Instant> endedAt() {
    return Optional.ofNullable(endedAt);
  }

  /** Why it failed; empty otherwise. */
  public String reason() {
    return reason;
  }

  /** Base names of its exposures, in order. */
  public List<String> images() {
    return images.isEmpty() ? List.of() : Arrays.asList(images.split("\n"));
  }
}
