package org.lightpath.archive.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Set;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.ObjectStore;
import org.lightpath.platform.Text;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.web.CurrentCaller;
import org.lightpath.platform.web.Idempotent;

/** Hands out the links by which files come in and go out. */
@Path("api")
@RequestScoped
public class UploadResource {

  private static final Set<String> DIRECTORIES = Set.of("data", "info-images", "allsky", "test");
  private static final Duration DOWNLOAD_LIFE = Duration.ofDays(5);
  private static final String OPEN = "open in the original";
  private static final String FILE = "first word of the file name";

  @Inject private UploadForms forms;
  @Inject private ObjectStore store;
  @Inject private Links links;
  @Inject private CurrentCaller caller;

  /** Where and with which form fields to send one file: {@code {"url", "fields"}}. */
  @POST
  @Path("upload")
  @Idempotent
  @Produces(MediaType.APPLICATION_JSON)
  @Open(OPEN)
  @Allowed(
      value = {Role.SITE_AGENT, Role.PIPELINE, Role.OPERATOR},
      place = FILE,
      in = Allowed.In.THING)
  public JsonObject upload(JsonObject body) {
    String name = text(body, "object_name", text(body, "filename", ""));
    if (name.isEmpty()) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "object_name is missing: the name of the file to upload");
    }
    caller.checkAt(placeOf(name));
    return Json.createObjectBuilder()
        .add("url", links.uploads())
        .add("fields", forms.fieldsFor(ObjectKey.of(directoryIn(body), name)))
        .build();
  }

  /** A link to the stored object, as bare text. */
  @POST
  @Path("download")
  @Produces(MediaType.TEXT_PLAIN)
  @Open(OPEN)
  @Allowed(value = Role.VIEWER, place = FILE, in = Allowed.In.THING)
  public String download(JsonObject body) {
    String name = text(body, "object_name", "");
    caller.checkAt(placeOf(name));
    ObjectKey key = ObjectKey.of(directoryIn(body), name);
    if (store.find(key).isEmpty()) {
      throw new LightpathException(ErrorCode.NOT_FOUND, "there is no object " + key);
    }
    return links.read(key, DOWNLOAD_LIFE);
  }

  /** File names begin with the code of the place: {@code saf-camera1-20260214-00000001-EX00}. */
  private static String placeOf(String fileName) {
    return fileName.split("-", 2)[0];
  }

  private static String directoryIn(JsonObject body) {
    String directory = text(body, "s3_directory", "data");
    if (!DIRECTORIES.contains(directory)) {
      throw new LightpathException(
          ErrorCode.FORBIDDEN, "s3_directory must be either 'data', 'info-images', or 'allsky'.");
    }
    return directory;
  }

  private static String text(JsonObject body, String key, String otherwise) {
    JsonValue value = body.get(key);
    if (value == null || value == JsonValue.NULL) {
      return otherwise;
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw new LightpathException(
        ErrorCode.INVALID_ARGUMENT,
        "%s is %s, not text".formatted(key, Text.shortened(value.toString())));
  }
}
