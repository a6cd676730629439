package org.lightpath.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 8259 allows is read; what two readers could understand differently is refused. */
final class JsonTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":[1,2.5,-3e2,true,false,null,\"x\",{\"b\":{}}]}",
        "{\"a\":{\"a\":1},\"b\":{\"a\":1}}",
        "[]",
        "\"text\"",
        "0.1",
      })
  void readsWhatItIs(String text) {
    assertThat(JsonText.value(text).toString()).isEqualTo(text.replace("-3e2", "-3E+2"));
  }

  @Test
  void keepsEveryDigitOfANumber() {
    JsonValue value = JsonText.value("0.1000000000000000055511151231257827021181583404541015625");
    assertThat(((jakarta.json.JsonNumber) value).bigDecimalValue())
        .isEqualTo(new BigDecimal("0.1000000000000000055511151231257827021181583404541015625"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':1,'a':2}                 | at a: the name stands twice",
        "{'x':{'b':1,'c':2,'b':3}}     | at x/b: the name stands twice",
        "{'x':[0,{'time':1e999}]}      | at x/1/time: 1e999 is beyond",
        "{'time':-1e999}               | at time: -1e999 is beyond",
        "{'time':1e-999}               | at time: 1e-999 is beyond",
        "{'time':1e-99999999999}       | at time: 1e-99999999999 is beyond",
        "{'time':NaN}                  | not JSON at time",
        "{'time':Infinity}             | not JSON at time",
        "{'time':-Infinity}            | not JSON at time",
        "{'time':01}                   | not JSON: Invalid token=NUMBER",
        "{'a':1} {'a':1}               | not JSON",
        "{'a':1                        | not JSON",
        "{a:1}                         | not JSON",
        "[]                            | is not a JSON object",
      })
  void refusesAndNamesThePlace(String text, String words) {
    assertThatThrownBy(() -> JsonText.object(text.replace('\'', '"')))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessageContaining(words);
  }

  @Test
  void refusesNothingAtAll() {
    assertThatThrownBy(() -> JsonText.object("")).isInstanceOf(LightpathException.class);
    assertThatThrownBy(() -> JsonText.object("  \n")).isInstanceOf(LightpathException.class);
  }

  @Test
  void zeroIsZeroWhateverItsExponent() {
    assertThat(JsonText.value("0e2000000000")).hasToString("0");
  }

  @Test
  void boundsDepthListsAndNumbers() {
    assertThat(JsonText.value("[".repeat(100) + "]".repeat(100))).isNotNull();
    assertThatThrownBy(() -> JsonText.value("[".repeat(102) + "]".repeat(102)))
        .hasMessageContaining("deeper than 100 levels");
    assertThatThrownBy(() -> JsonText.value("[".repeat(500_000)))
        .hasMessageContaining("deeper than 100 levels");
    assertThatThrownBy(() -> JsonText.value("[" + "0,".repeat(100_000) + "0]"))
        .hasMessageContaining("more than 100000 entries");
    assertThatThrownBy(() -> JsonText.value("9".repeat(401)))
        .hasMessageContaining("a number of 401 characters");
  }
}
