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
import org.lightpath.platform.security.Open;

/** Hands out the links by which files come in and go out. */
@Path("api")
@RequestScoped
public class UploadResource {

  private static final Set<String> DIRECTORIES = Set.of("data", "info-images", "allsky", "test");
  private static final Duration DOWNLOAD_LIFE = Duration.ofDays(5);
  private static final String OPEN = "open in the original";

  @Inject private UploadForms forms;
  @Inject private ObjectStore store;
  @Inject private Links links;

  /** Where and with which form fields to send one file: {@code {"url", "fields"}}. */
  @POST
  @Path("upload")
  @Produces(MediaType.APPLICATION_JSON)
  @Open(OPEN)
  public JsonObject upload(JsonObject body) {
    String name = text(body, "object_name", text(body, "filename", ""));
    if (name.isEmpty()) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "object_name is missing: the name of the file to upload");
    }
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
  public String download(JsonObject body) {
    ObjectKey key = ObjectKey.of(directoryIn(body), text(body, "object_name", ""));
    if (store.find(key).isEmpty()) {
      throw new LightpathException(ErrorCode.NOT_FOUND, "there is no object " + key);
    }
    return links.read(key, DOWNLOAD_LIFE);
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
