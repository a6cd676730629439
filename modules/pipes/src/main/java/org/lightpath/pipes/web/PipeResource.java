package org.lightpath.pipes.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.lightpath.pipes.PipeService;
import org.lightpath.pipes.QueueName;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.web.CurrentCaller;
import org.lightpath.platform.web.Idempotent;

/** PIPE queues over HTTP. Bodies are JSON whatever their Content-Type says. */
@Path("api/pipe")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class PipeResource {

  /** Queues of a place have its code as their name. */
  private static final String QUEUE = "name of the queue";

  private PipeService pipes;
  private CurrentCaller caller;

  /** For the CDI proxy. */
  protected PipeResource() {}

  /** Routes to {@code pipes} for {@code caller}. */
  @Inject
  public PipeResource(PipeService pipes, CurrentCaller caller) {
    this.pipes = pipes;
    this.caller = caller;
  }

  /** Makes a queue; 409 if it exists. */
  @POST
  @Path("queue")
  @Idempotent
  @Open("open in the original")
  @Allowed(
      value = {Role.PIPELINE, Role.SITE_AGENT, Role.OPERATOR},
      place = QUEUE,
      in = Allowed.In.THING)
  public JsonObject create(String body) {
    QueueName queue = PipeBody.parse(body).queueName();
    caller.checkAt(queue.toString());
    pipes.create(queue);
    return PipeView.message("Queue created: " + queue);
  }

  /** Appends an item and gives it back with its id; 404 if the queue does not exist. */
  @POST
  @Path("enqueue")
  @Idempotent
  @Open("open in the original")
  @Allowed(
      value = {Role.PIPELINE, Role.SITE_AGENT, Role.OPERATOR},
      place = QUEUE,
      in = Allowed.In.THING)
  public JsonObject enqueue(String body) {
    PipeBody request = PipeBody.parse(body);
    caller.checkAt(request.queueName().toString());
    return PipeView.of(pipes.enqueue(request.queueName(), request.payload(), request.sender()));
  }

  /** The oldest items, left where they are. */
  @GET
  @Path("queue/{queue_name}")
  @Open("open in the original")
  @Allowed(value = Role.VIEWER, place = "queue_name")
  public JsonArray peek(
      @PathParam("queue_name") String queueName, @QueryParam("limit") String limit) {
    return PipeView.of(pipes.peek(new QueueName(queueName), PipeBody.limit(limit)));
  }

  /** Removes and gives the oldest item; 404 if there is none. */
  @POST
  @Path("queue/{queue_name}/dequeue")
  @Open("open in the original")
  @Allowed(
      value = {Role.PIPELINE, Role.SITE_AGENT, Role.OPERATOR},
      place = "queue_name")
  public JsonObject dequeue(@PathParam("queue_name") String queueName) {
    return PipeView.of(pipes.dequeue(new QueueName(queueName)));
  }

  /** Removes a queue and its items. */
  @DELETE
  @Path("queue/{queue_name}")
  @Open("open in the original")
  @Allowed(value = Role.OPERATOR, place = "queue_name")
  public JsonObject delete(@PathParam("queue_name") String queueName) {
    QueueName queue = new QueueName(queueName);
    pipes.delete(queue);
    return PipeView.message("Queue deleted: " + queue);
  }

  /** Every queue with the number of its items. */
  @GET
  @Path("queues")
  @Open("open in the original")
  @Allowed(value = Role.VIEWER, place = Allowed.ANYWHERE)
  public JsonObject counts() {
    return PipeView.of(pipes.counts());
  }
}
