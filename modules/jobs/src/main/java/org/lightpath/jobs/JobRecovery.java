package org.lightpath.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.lightpath.platform.ImageIntake;

/**
 * Settles a job that was under way when the hub died. What had not begun waits again; what has all
 * its images in the store is completed; everything else has failed, because a shutter cannot be
 * opened at a time that has passed.
 */
@ApplicationScoped
public class JobRecovery {

  private static final Logger LOG = System.getLogger(JobRecovery.class.getName());

  private JobService service;
  private ImageIntake intake;

  /** For the CDI proxy. */
  protected JobRecovery() {}

  /** Settles jobs of {@code service} by what {@code intake} holds. */
  @Inject
  public JobRecovery(JobService service, ImageIntake intake) {
    this.service = service;
    this.intake = intake;
  }

  /** Settles one job. */
  public void settle(Job job) {
    if (job.startedAt().isEmpty()) {
      service.putBack(job.ulid());
      return;
    }
    List<String> archived =
        job.images().stream()
            .filter(base -> intake.resume(CameraActions.fitsFileOf(base)))
            .toList();
    if (isExposure(job) && archived.size() == ExposurePlan.of(job.order().request()).count()) {
      service.complete(job.ulid());
    } else {
      service.fail(job.ulid(), "the hub was restarted while the job was under way", archived);
    }
    LOG.log(Level.INFO, "settled job {0} after a restart", job.ulid());
  }

  private static boolean isExposure(Job job) {
    return job.order().request().action().equals(CameraActions.EXPOSE);
  }
}
