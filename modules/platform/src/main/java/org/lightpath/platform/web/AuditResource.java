package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.audit.Audit;
import org.lightpath.platform.audit.AuditEntry;
import org.lightpath.platform.audit.AuditLog;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Role;

/** The audit trail, for admins. */
@Path("api/admin/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  /** A second or two of work. */
  private static final int MAX_VERIFIED = 100_000;

  @Inject private Audit audit;

  /** Entries that fit, newest first, a page at a time. */
  @GET
  @Allowed(Role.ADMIN)
  public AuditView.Page list(
      @QueryParam("subject") String subject,
      @QueryParam("action") String action,
      @QueryParam("from_ms") String from,
      @QueryParam("to_ms") String to,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    int wanted = QueryNumber.limit(limit);
    AuditLog.Filter filter =
        new AuditLog.Filter(
            Optional.ofNullable(subject),
            Optional.ofNullable(action),
            time("from_ms", from),
            time("to_ms", to),
            QueryNumber.of("cursor", cursor, 1, Long.MAX_VALUE));
    List<AuditEntry> found = audit.find(filter, wanted + 1);
    return AuditView.page(found, wanted);
  }

  /** Checks the hashes, at most 100 000 entries at a time. */
  @GET
  @Path("verify")
  @Allowed(Role.ADMIN)
  public AuditView.Check verify(@QueryParam("after") String after) {
    return AuditView.of(
        audit.verify(QueryNumber.of("after", after, 0, Long.MAX_VALUE).orElse(0L), MAX_VERIFIED));
  }

  /** Up to the year 9999, which both databases can hold. */
  private static Optional<Instant> time(String name, String text) {
    return QueryNumber.of(name, text, 0, 253_402_300_799_999L).map(Instant::ofEpochMilli);
  }
}
