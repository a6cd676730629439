package org.lightpath.archive.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.lightpath.archive.Images;
import org.lightpath.archive.Variant;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.Text;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.web.CurrentCaller;
import org.lightpath.platform.web.Tagged;

/** Finds images: one by name, the newest of a site, the header of one. */
@Path("api")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImageResource {

  private static final int MAX_IMAGES = 10_000;
  private static final String OPEN = "open in the original";
  private static final String IMAGE = "first word of base_filename";

  @Inject private Images images;
  @Inject private ImagePackage packages;
  @Inject private CurrentCaller caller;

  /** The image of that base name that has a preview. */
  @GET
  @Path("image/{base_filename}")
  @Tagged
  @Open(OPEN)
  @Allowed(value = Role.VIEWER, place = IMAGE, in = Allowed.In.THING)
  public JsonObject image(@PathParam("base_filename") String baseName) {
    caller.checkAt(placeOf(baseName));
    return images
        .find(baseName)
        .filter(image -> image.files().get(Variant.JPG_MEDIUM))
        .map(packages::of)
        .orElseThrow(() -> notFound("No results found for ", baseName));
  }

  /** The newest images of a site that have a preview, newest first. */
  @GET
  @Path("{site}/latest_images/{number_of_images}")
  @Tagged
  @Open(OPEN)
  @Allowed(value = Role.VIEWER, place = "site")
  public JsonArray latest(
      @PathParam("site") String site,
      @PathParam("number_of_images") String number,
      @QueryParam("userid") String userId) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    images.latest(new SiteCode(site), Optional.ofNullable(userId), countIn(number)).stream()
        .map(packages::of)
        .forEach(array::add);
    return array.build();
  }

  /** The FITS header of that image: an object of texts, empty while no header has arrived. */
  @GET
  @Path("fitsheader/{base_filename}")
  @Tagged
  @Open(OPEN)
  @Allowed(value = Role.VIEWER, place = IMAGE, in = Allowed.In.THING)
  public JsonObject header(@PathParam("base_filename") String baseName) {
    caller.checkAt(placeOf(baseName));
    String header =
        images
            .header(baseName)
            .orElseThrow(() -> notFound("No fits header found in the db for ", baseName));
    return header.isEmpty() ? JsonValue.EMPTY_JSON_OBJECT : JsonText.object(header);
  }

  /** Base names begin with the code of the place: nobody learns which exist elsewhere. */
  private static String placeOf(String baseName) {
    return baseName.split("-", 2)[0];
  }

  private static int countIn(String text) {
    // Ten digits and more overflow an int; all that is asked for is a bound.
    if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > MAX_IMAGES) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "number of images '%s' is not a whole number from 0 to %d"
              .formatted(Text.shortened(text), MAX_IMAGES));
    }
    return Integer.parseInt(text);
  }

  private static LightpathException notFound(String sentence, String baseName) {
    return new LightpathException(ErrorCode.NOT_FOUND, sentence + Text.shortened(baseName));
  }
}
