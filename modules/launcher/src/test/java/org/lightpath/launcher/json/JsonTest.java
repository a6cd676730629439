package org.lightpath.launcher.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

  @Test
  void findsItsWayDown() {
    Json read =
        Json.parse(
            """
            {"topic": "jobs", "data": {"images": [{"base_filename": "saf-camera1-20200130-00000001"}],
             "ok": true, "nothing": null, "seconds": -1.50e2}}
            """);
    Json data = read.get("data");
    assertThat(read.text("topic", "")).isEqualTo("jobs");
    assertThat(data.get("images").items().get(0).text("base_filename", ""))
        .isEqualTo("saf-camera1-20200130-00000001");
    assertThat(data.get("ok").text()).contains("true");
    assertThat(data.get("seconds").text()).contains("-150");
    assertThat(data.get("nothing").value()).isEmpty();
  }

  @Test
  void waysThatDoNotExistAreEmpty() {
    Json read = Json.parse("[1]");
    assertThat(read.get("a").get("b").text()).isEmpty();
    assertThat(read.text("a", "absent")).isEqualTo("absent");
    assertThat(Json.parse("{}").items()).isEmpty();
    assertThat(Json.parse("{}").text()).isEmpty();
  }

  @Test
  void readsEveryEscape() {
    // RFC 8259, section 7: the clef is U+1D11E as a surrogate pair.
    assertThat(Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD834\\udd1e\"").text())
        .contains("\"\\/\b\f\n\r\té\uD834\uDD1E");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\" 1}",
        "{\"a\":1,}",
        "01",
        "1.",
        ".5",
        "+1",
        "nul",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "1 2",
        "'a'",
        "\"\u0001\"",
        "NaN",
        "1e9999999999"
      })
  void refusesWhatIsNoJson(String text) {
    assertThatThrownBy(() -> Json.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("position");
  }

  @Test
  void refusesNestingWithoutEnd() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200 levels");
  }

  @Test
  void writesWhatItReads() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("seconds", 1.5);
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("text", "a\"b\\c\nd\u0001é");
    outer.put("ok", true);
    outer.put("inner", inner);
    String written = Json.write(outer);
    assertThat(written)
        .isEqualTo(
            "{\"text\":\"a\\\"b\\\\c\\nd\\u0001é\",\"ok\":true,\"inner\":{\"seconds\":1.5}}");
    assertThat(Json.parse(written).text("text", "")).isEqualTo("a\"b\\c\nd\u0001é");
  }
}
