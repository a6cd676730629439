package org.lightpath.sites;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.lightpath.platform.Site;
import org.lightpath.platform.SiteCode;

/** Reads and checks the settings of one site. */
final class SiteSettings {

  private static final String STANDARD_AMBIENT_CELSIUS = "10";
  private static final String STANDARD_PRESSURE_HECTOPASCALS = "1013.25";

  private static final int MAX_QUEUE_NAME = 64;

  private final Config config;
  private final SiteCode code;

  SiteSettings(Config config, SiteCode code) {
    this.config = config;
    this.code = code;
  }

  Site read() {
    Optional<String> pipeQueue =
        config
            .getOptionalValue(key("pipe.queue"), String.class)
            .or(() -> Optional.of(written("pipe.queue") ? "" : code.value()))
            .map(String::strip)
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
        number("latitude-degrees", required("latitude-degrees"), -90, 90),
        number("longitude-degrees", required("longitude-degrees"), -180, 360),
        number("elevation-metres", required("elevation-metres"), -500, 9000),
        zone(required("time-zone")),
        number(
            "ambient-celsius", text("ambient-celsius").orElse(STANDARD_AMBIENT_CELSIUS), -90, 60),
        number(
            "pressure-hectopascals",
            text("pressure-hectopascals").orElse(STANDARD_PRESSURE_HECTOPASCALS),
            300,
            1100),
        pipeQueue);
  }

  /** An empty value is one: MicroProfile Config takes it for absent, here it means "none". */
  private boolean written(String name) {
    return config.getConfigValue(key(name)).getRawValue() != null;
  }

  private String key(String name) {
    return "lightpath.site." + code + "." + name;
  }

  private Optional<String> text(String name) {
    return config.getOptionalValue(key(name), String.class);
  }

  private String required(String name) {
    return text(name).orElseThrow(() -> new IllegalArgumentException(key(name) + " is missing"));
  }

  private double number(String name, String text, double least, double most) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s=%s is not a number".formatted(key(name), text), e);
    }
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s=%s is not between %s and %s".formatted(key(name), text, least, most));
    }
    return value;
  }

  private ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s=%s is no name of the tz database, for example America/Denver"
              .formatted(key("time-zone"), name),
          e);
    }
  }
}
