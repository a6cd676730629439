package org.lightpath.archive.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.lightpath.archive.FileFacts;
import org.lightpath.archive.ImageRecord;
import org.lightpath.archive.SkyFacts;
import org.lightpath.archive.Variant;
import org.lightpath.platform.ObjectKey;

/** An image as every image query answers it: the contract's 26 keys. */
@RequestScoped
public class ImagePackage {

  private static final String DIRECTORY = "data";
  private static final Duration LINK_LIFE = Duration.ofDays(7);

  @Inject private Links links;

  JsonObject of(ImageRecord image) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    json.add("image_id", image.id())
        .add("base_filename", image.baseName())
        .add("data_type", image.dataType())
        .add("site", image.site());
    addSky(json, image.sky());
    Map<Variant, Boolean> files = image.files();
    json.add("fits_01_exists", files.get(Variant.FITS_FULL))
        .add("fits_10_exists", files.get(Variant.FITS_SMALL))
        .add("jpg_medium_exists", files.get(Variant.JPG_MEDIUM))
        .add("jpg_small_exists", files.get(Variant.JPG_SMALL))
        .add("s3_directory", DIRECTORY);
    addFile(json, image.file());
    long captured = image.captureDate().toEpochMilli();
    return json.add("capture_date", captured)
        .add("sort_date", captured)
        .add("jpg_url", link(image, "10", files.get(Variant.JPG_MEDIUM)))
        .add("jpg_thumbnail_url", link(image, "11", files.get(Variant.JPG_SMALL)))
        .build();
  }

  private static void addSky(JsonObjectBuilder json, SkyFacts sky) {
    json.add("exposure_time", number(sky.exposureSeconds()))
        .add("filter_used", text(sky.filter()))
        .add("right_ascension", number(sky.rightAscension()))
        .add("declination", number(sky.declination()))
        .add("azimuth", number(sky.azimuth()))
        .add("altitude", number(sky.altitude()))
        .add("airmass", number(sky.airmass()))
        .add("username", text(sky.userName()))
        .add("user_id", text(sky.userId()));
  }

  private static void addFile(JsonObjectBuilder json, FileFacts file) {
    json.add("fits_filename", file.fitsFileName())
        .add("fits_path", file.fitsPath())
        .add("SMARTSTK", file.smartStack())
        .add("SSTKNUM", file.smartStackNumber());
  }

  private String link(ImageRecord image, String level, boolean exists) {
    String name = image.baseName() + "-" + image.dataType() + level + ".jpg";
    return exists ? links.read(ObjectKey.of(DIRECTORY, name), LINK_LIFE) : "";
  }

  private static JsonValue number(Optional<Double> value) {
    return value.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
  }

  private static JsonValue text(Optional<String> value) {
    return value.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
  }
}
