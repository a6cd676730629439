package org.lightpath.bench.bare;

import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;

/** Answers what the hub answered, by the same JSON library, and does nothing else. */
@Path("api/saf/devices")
@Produces(MediaType.APPLICATION_JSON)
public class BareResource {

  private static final List<?> ANSWER = read();

  /** The list of devices. */
  @GET
  public List<?> devices() {
    return ANSWER;
  }

  private static List<?> read() {
    java.nio.file.Path file = java.nio.file.Path.of(System.getProperty("lightpath.bench.answer"));
    try (Reader json = Files.newBufferedReader(file);
        var jsonb = JsonbBuilder.create()) {
      return jsonb.fromJson(json, List.class);
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    } catch (Exception e) {
      throw new IllegalStateException("JSON-B does not close", e);
    }
  }
}
