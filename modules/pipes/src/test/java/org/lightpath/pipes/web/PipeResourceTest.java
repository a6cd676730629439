package org.lightpath.pipes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.pipes.PipeService;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.web.CurrentCaller;

/** Shapes and sentences are those recorded from the original service (contract, PIPE queues). */
final class PipeResourceTest {

  /** A request that carries nothing. */
  private static final HttpServletRequest UNPROVEN =
      (HttpServletRequest)
          Proxy.newProxyInstance(
              PipeResourceTest.class.getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (proxy, method, arguments) -> null);

  private final PipeResource pipes =
      new PipeResource(new PipeService(new MemoryQueues()), new CurrentCaller(UNPROVEN));

  @Test
  void makesAndDeletesAQueue() {
    assertThat(pipes.create("{\"queue_name\":\"q\"}"))
        .hasToString("{\"message\":\"Queue created: q\"}");
    refused(
        () -> pipes.create("{\"queue_name\":\"q\"}"),
        ErrorCode.CONFLICT,
        "Queue already exists: q");
    assertThat(pipes.counts()).hasToString("{\"q\":0}");
    assertThat(pipes.delete("q")).hasToString("{\"message\":\"Queue deleted: q\"}");
    refused(() -> pipes.delete("q"), ErrorCode.NOT_FOUND, "Queue does not exist: q");
  }

  @Test
  void anItemHasTheOriginalsMembersAndDefaults() {
    pipes.create("{\"queue_name\":\"q\"}");
    String item =
        "{\"id\":\"1704855600000_00000001\",\"queue_name\":\"q\",\"payload\":{},"
            + "\"created_at\":1704855600000,\"sender\":\"unknown\"}";
    assertThat(pipes.enqueue("{\"queue_name\":\"q\"}")).hasToString(item);
    assertThat(pipes.peek("q", null)).hasToString("[" + item + "]");
    assertThat(pipes.counts()).hasToString("{\"q\":1}");
    assertThat(pipes.dequeue("q")).hasToString(item);
    refused(() -> pipes.dequeue("q"), ErrorCode.NOT_FOUND, "Queue is empty: q");
    assertThat(pipes.peek("q", null)).hasToString("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,1.50,-1,1E+300]}",
        "\"text\"",
        "null",
        "17",
        "true",
        "[[],[{}]]",
        "\"\""
      })
  void aPayloadIsAnyJsonAndComesBackAsItWas(String payload) {
    pipes.create("{\"queue_name\":\"q\"}");
    pipes.enqueue("{\"queue_name\":\"q\",\"payload\":" + payload + ",\"sender\":5}");
    assertThat(pipes.dequeue("q").get("payload")).hasToString(payload);
  }

  @ParameterizedTest
  @CsvSource({"7,7", "true,true", "1.5,1.5"})
  void aScalarNameIsTakenAsText(String json, String name) {
    assertThat(pipes.create("{\"queue_name\":" + json + "}"))
        .hasToString("{\"message\":\"Queue created: " + name + "\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{}", "{\"queue_name\":\"\"}", "{\"queue_name\":null}"})
  void aMissingNameIsNamed(String body) {
    refused(
        () -> pipes.create(body), ErrorCode.INVALID_ARGUMENT, "Missing required field: queue_name");
    refused(
        () -> pipes.enqueue(body),
        ErrorCode.INVALID_ARGUMENT,
        "Missing required field: queue_name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "\"q\"",
        "{",
        "{\"queue_name\":[]}",
        "{\"queue_name\":{}}",
        "{\"queue_name\":\"\\ud800\"}"
      })
  void aBodyOfNoUseIsRefused(String body) {
    assertThatThrownBy(() -> pipes.create(body))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
  }

  @Test
  void aDeeplyNestedBodyIsRefused() {
    String body = "{\"payload\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertThatThrownBy(() -> pipes.enqueue(body))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
  }

  @Test
  void aNameOfMoreThan64CharactersIsRefused() {
    String name = "n".repeat(64);
    assertThat(pipes.create("{\"queue_name\":\"" + name + "\"}")).isNotEmpty();
    assertThatThrownBy(() -> pipes.create("{\"queue_name\":\"" + name + "n\"}"))
        .hasMessageContaining("65 characters, at most 64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "1.5", "ten", "", "99999999999"})
  void aLimitOutsideOneToOneThousandIsNamed(String limit) {
    pipes.create("{\"queue_name\":\"q\"}");
    assertThatThrownBy(() -> pipes.peek("q", limit))
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT))
        .hasMessageContaining("limit")
        .hasMessageContaining("1000");
  }

  @Test
  void tenItemsAreShownUnlessTheCallerSaysOtherwise() {
    pipes.create("{\"queue_name\":\"q\"}");
    IntStream.range(0, 12).forEach(i -> pipes.enqueue("{\"queue_name\":\"q\"}"));
    assertThat(pipes.peek("q", null)).hasSize(10);
    assertThat(pipes.peek("q", "11")).hasSize(11);
    assertThat(pipes.peek("q", "1000")).hasSize(12);
  }

  private static void refused(Runnable call, ErrorCode code, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(LightpathException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
