package org.lightpath.sites;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;

/**
 * Reads the settings of one site. That numbers are numbers within their limits, and the time zone
 * one, the table of keys has seen to.
 */
final class SiteSettings {

  private static final String STANDARD_AMBIENT_CELSIUS = "10";
  private static final String STANDARD_PRESSURE_HECTOPASCALS = "1013.25";

  private static final int MAX_QUEUE_NAME = 64;

  private final Map<String, String> settings;
  private final SiteCode code;

  SiteSettings(Map<String, String> settings, SiteCode code) {
    this.settings = settings;
    this.code = code;
  }

  Site read() {
    // Empty is a value here: no queue.
    Optional<String> pipeQueue =
        Optional.of(settings.getOrDefault(key("pipe.queue"), code.value()).strip())
            .filter(name -> !name.isEmpty());
    if (pipeQueue.isPresent() && pipeQueue.get().length() > MAX_QUEUE_NAME) {
      throw new IllegalArgumentException(
          "%s is longer than %d characters".formatted(key("pipe.queue"), MAX_QUEUE_NAME));
    }
    if (SiteCode.RESERVED.contains(code.value())) {
      throw new IllegalArgumentException(
          "lightpath.site.%s: '%s' is a word of the API, choose another site code"
              .formatted(code, code));
    }
    return new Site(
        code,
        text("name").orElse(code.value()),
        Double.parseDouble(required("latitude-degrees")),
        Double.parseDouble(required("longitude-degrees")),
        Double.parseDouble(required("elevation-metres")),
        ZoneId.of(required("time-zone")),
        Double.parseDouble(text("ambient-celsius").orElse(STANDARD_AMBIENT_CELSIUS)),
        Double.parseDouble(text("pressure-hectopascals").orElse(STANDARD_PRESSURE_HECTOPASCALS)),
        pipeQueue);
  }

  private String key(String name) {
    return "lightpath.site." + code + "." + name;
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(settings.get(key(name)))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private String required(String name) {
    return text(name).orElseThrow(() -> new IllegalArgumentException(key(name) + " is missing"));
  }
}
