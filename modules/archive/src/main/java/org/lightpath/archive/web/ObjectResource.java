package org.lightpath.archive.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Date;
import java.util.Optional;
import org.lightpath.archive.Intake;
import org.lightpath.archive.objects.ObjectType;
import org.lightpath.archive.objects.SignedUrls;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.ObjectStore;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.web.Preconditions;
import org.lightpath.platform.web.Problems;
import org.lightpath.platform.web.QueryNumber;

/** The bytes of objects: out by signed link with ranges, in by signed form. */
@Path("objects")
@RequestScoped
public class ObjectResource {

  private static final String SIGNED = "the signature of the link is the permission";

  /** The end of the year 9999: beyond it no date has four digits for the year (RFC 3339). */
  private static final long LAST_SECOND = 253_402_300_799L;

  private static final int BUFFER_BYTES = 1 << 16;

  @Inject private ObjectStore store;
  @Inject private SignedUrls signatures;
  @Inject private UploadForms forms;
  @Inject private Intake intake;

  /** The object, or the one range of it that the header asks for. */
  @GET
  @Path("{key: .+}")
  @Open(value = SIGNED, inProduction = true)
  public Response read(
      @PathParam("key") String name,
      @QueryParam("expires") String expires,
      @QueryParam("signature") @DefaultValue("") String signature,
      @HeaderParam("Range") String range,
      @HeaderParam("If-Range") String ifRange,
      @Context Request request,
      @Context UriInfo uri) {
    ObjectKey key = new ObjectKey(name);
    long until = QueryNumber.of("expires", expires, 0, LAST_SECOND).orElse(0L);
    signatures.checkRead(key, until, signature);
    ObjectStore.Facts facts =
        store
            .find(key)
            .orElseThrow(
                () -> new LightpathException(ErrorCode.NOT_FOUND, "there is no object " + key));
    String path = uri.getRequestUri().getPath();
    Optional<Response> instead =
        Preconditions.answer(request, EntityTag.valueOf(facts.etag()), path);
    if (instead.isPresent()) {
      return instead.get();
    }
    boolean whole = range == null || (ifRange != null && !ifRange.equals(facts.etag()));
    Optional<ByteRange> part = whole ? Optional.empty() : ByteRange.parse(range, facts.bytes());
    if (part.isPresent() && part.get().isUnsatisfiable()) {
      return Problems.answer(
              "range-not-satisfiable", 416, "%s has %d bytes".formatted(key, facts.bytes()), path)
          .header("Content-Range", "bytes */" + facts.bytes())
          .build();
    }
    return content(key, facts, part);
  }

  private Response content(ObjectKey key, ObjectStore.Facts facts, Optional<ByteRange> part) {
    ByteRange bytes = part.orElse(new ByteRange(0, facts.bytes() - 1));
    StreamingOutput body = out -> copy(key, bytes, out);
    Response.ResponseBuilder answer =
        Response.status(part.isPresent() ? 206 : 200)
            .entity(body)
            .type(ObjectType.of(key).mediaType())
            .header("Content-Length", bytes.length())
            .header("Accept-Ranges", "bytes")
            .header("ETag", facts.etag())
            .header("X-Content-Type-Options", "nosniff")
            .header("Content-Disposition", "inline; filename=\"" + key.fileName() + "\"")
            .lastModified(Date.from(facts.storedAt()));
    part.ifPresent(
        p ->
            answer.header(
                "Content-Range", "bytes %d-%d/%d".formatted(p.first(), p.last(), facts.bytes())));
    return answer.build();
  }

  private void copy(ObjectKey key, ByteRange bytes, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = store.open(key, bytes.first())) {
      long left = bytes.length();
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException(key + " ended early");
        }
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }

  /** Takes the form that {@code /api/upload} described: its fields first, then the part file. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Open(value = SIGNED, inProduction = true)
  public Response upload(@Context HttpServletRequest request) {
    new UploadBody(request).read(forms::check, intake::accept);
    return Response.noContent().build();
  }
}
