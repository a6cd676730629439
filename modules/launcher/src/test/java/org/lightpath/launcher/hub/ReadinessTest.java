package org.lightpath.launcher.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lightpath.launcher.json.Json;

final class ReadinessTest {

  private static final String UP = "{\"name\":\"%s\",\"status\":\"UP\",\"data\":{}}";

  @Test
  void anAnswerWithoutChecksIsNoReadiness() {
    assertThat(Readiness.missing(Json.parse("{\"status\":\"UP\",\"checks\":[]}")))
        .containsExactly("the application");
    assertThat(
            Readiness.missing(
                Json.parse("{\"checks\":[" + UP.formatted("No Application deployed") + "]}")))
        .containsExactly("the application");
  }

  @Test
  void everyNamedPartMustBeThereAndUp() {
    String checks =
        String.join(
            ",",
            UP.formatted("database"),
            UP.formatted("objects"),
            "{\"name\":\"broker\",\"status\":\"DOWN\",\"data\":{\"reason\":\"no journal\"}}");
    assertThat(Readiness.missing(Json.parse("{\"status\":\"DOWN\",\"checks\":[" + checks + "]}")))
        .containsExactly("devices", "broker (no journal)");
  }

  @Test
  void nothingIsMissingWhenAllAreUp() {
    String checks =
        String.join(
            ",",
            UP.formatted("database"),
            UP.formatted("broker"),
            UP.formatted("objects"),
            UP.formatted("devices"));
    assertThat(Readiness.missing(Json.parse("{\"status\":\"UP\",\"checks\":[" + checks + "]}")))
        .isEmpty();
  }
}
