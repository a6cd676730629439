package org.lightpath.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {

  private final JsonObject required =
      Json.createObjectBuilder()
          .add("number", 7)
          .add("text", " seven ")
          .add("empty", "")
          .addNull("none")
          .add("both", "required")
          .build();
  private final JsonObject optional =
      Json.createObjectBuilder().add("both", "optional").add("other", "o").build();
  private final Parameters parameters =
      new Parameters(Requests.with("mount", "mount1", "go", required, optional));

  @Test
  void takesNumbersAndTextsAsText() {
    assertThat(parameters.text("number")).contains("7");
    assertThat(parameters.text("text")).contains("seven");
  }

  @Test
  void takesTheRequiredOneFirst() {
    assertThat(parameters.text("both")).contains("required");
    assertThat(parameters.text("other")).contains("o");
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "none", "absent"})
  void takesNothingForAbsent(String name) {
    assertThat(parameters.text(name)).isEmpty();
    assertThatThrownBy(() -> parameters.require(name)).hasMessageStartingWith(name + " is missing");
  }

  @Test
  void allowsBothEnds() {
    assertThat(parameters.number("dec", "-90", -90, 90, "deg")).isEqualTo(-90);
    assertThat(parameters.number("dec", "90.0", -90, 90, "deg")).isEqualTo(90);
    assertThat(parameters.integer("n", "3.0", 1, 3, "slots")).isEqualTo(3);
  }

  @Test
  void namesThingValueLimitAndUnit() {
    assertThatThrownBy(() -> parameters.number("dec", "90.5", -90, 90, "deg"))
        .hasMessage("dec is 90.5 deg; it must lie between -90 and 90 deg");
    assertThatThrownBy(() -> parameters.integer("n", "2.5", 1, 3, "slots"))
        .hasMessage("n is 2.5; it must be a whole number of slots");
  }

  @Test
  void shortensWhatItQuotes() {
    assertThatThrownBy(() -> parameters.number("ra", "x".repeat(5000), 0, 24, "h"))
        .message()
        .hasSizeLessThan(200);
  }
}
