package org.lightpath.jobs.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.lightpath.jobs.Job;
import org.lightpath.jobs.JobJson;
import org.lightpath.jobs.JobService;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.audit.CurrentActor;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.telemetry.Work;
import org.lightpath.platform.web.CurrentCaller;
import org.lightpath.platform.web.Idempotent;
import org.lightpath.platform.web.Tagged;

/** Asks a site for something, and tells what became of it. */
@Path("jobs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class JobResource {

  private static final int MAX_JOBS = 10_000;
  private static final long DAY_MILLIS = 86_400_000;

  /** Ten years: beyond that a range is a mistake. */
  private static final long MAX_RANGE_MILLIS = 3_650 * DAY_MILLIS;

  @Inject private JobService jobs;
  @Inject private CurrentCaller caller;
  @Inject private CurrentActor actor;

  /** A new job; answered once it is durable. */
  @POST
  @Path("newjob")
  @Idempotent
  @Allowed(
      value = {Role.OBSERVER, Role.OPERATOR},
      place = "site",
      in = Allowed.In.BODY)
  public JsonObject newJob(JsonObject body) {
    Job job = jobs.request(new JobBody(body).read(), caller.require(), Work.presentTrace().id());
    actor.concerns(job.ulid(), job.order().request().site().value());
    // The original adds its store's receipt, and site software looks for the 200 in it.
    return Json.createObjectBuilder(JobJson.of(job))
        .add(
            "table_response",
            Json.createObjectBuilder()
                .add("ResponseMetadata", Json.createObjectBuilder().add("HTTPStatusCode", 200)))
        .build();
  }

  /** The jobs of a site that are no older than {@code timeRange} milliseconds, oldest first. */
  @POST
  @Path("getrecentjobs")
  @Open("open in the original")
  @Allowed(value = Role.VIEWER, place = "site", in = Allowed.In.BODY)
  public JsonArray recentJobs(JsonObject body) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    SiteCode site = new SiteCode(body.getString("site", ""));
    jobs.recent(site, rangeIn(body), MAX_JOBS).stream().map(JobJson::of).forEach(array::add);
    return array.build();
  }

  /** One job. */
  @GET
  @Path("{ulid: [0-9A-Za-z]{26}}")
  @Tagged
  @Open("as open as getrecentjobs, which shows the same")
  @Allowed(value = Role.VIEWER, place = "site of the job", in = Allowed.In.THING)
  public JsonObject job(@PathParam("ulid") String ulid) {
    Job job = jobs.get(ulid);
    caller.checkAt(job.site().value());
    return JobJson.of(job);
  }

  private static Duration rangeIn(JsonObject body) {
    if (!body.containsKey("timeRange")) {
      return Duration.ofMillis(DAY_MILLIS);
    }
    if (body.get("timeRange") instanceof JsonNumber millis
        && millis.doubleValue() >= 0
        && millis.doubleValue() <= MAX_RANGE_MILLIS) {
      return Duration.ofMillis(millis.longValue());
    }
    throw new LightpathException(
        ErrorCode.INVALID_ARGUMENT,
        "timeRange is not a number from 0 to %d ms".formatted(MAX_RANGE_MILLIS));
  }
}
