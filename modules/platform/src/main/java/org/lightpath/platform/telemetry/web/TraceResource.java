package org.lightpath.platform.telemetry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.telemetry.Span;
import org.lightpath.platform.telemetry.TraceStory;

/** What became of a request. */
@Path("api/trace")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TraceResource {

  /** A story on the wire. */
  public record StoryView(String trace, List<SpanView> spans) {}

  /** A span on the wire; times in milliseconds since 1970, {@code end} absent while it goes on. */
  public record SpanView(
      String part, String name, long start, Long end, String status, List<String> links) {

    static SpanView of(Span span) {
      return new SpanView(
          span.part(),
          span.name(),
          span.start().toEpochMilli(),
          span.end().map(Instant::toEpochMilli).orElse(null),
          span.status(),
          span.links());
    }
  }

  @Inject private TraceStory stories;

  /** The story of a trace-id, or of the job, image, file or PIPE item of that name. */
  @GET
  @Path("{id}")
  @Open("shows when things happened, as open as the jobs and images that it links to")
  @Allowed(Role.VIEWER)
  public StoryView trace(@PathParam("id") String id) {
    TraceStory.Story story = stories.find(id);
    return new StoryView(story.traceId(), story.spans().stream().map(SpanView::of).toList());
  }
}
