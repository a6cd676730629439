package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients of the last release can go on; and the test that says so would notice if not. */
final class ContractBreaksTest {

  @TempDir Path folder;

  private static Path released() throws IOException {
    try (Stream<Path> files = Files.list(Contract.file().resolveSibling("released"))) {
      List<Path> all = files.toList();
      assertThat(all).as("the last release in openapi/released").hasSize(1);
      return all.get(0);
    }
  }

  @Test
  void nothingBreaksForClientsOfTheLastRelease() throws IOException {
    assertThat(ContractBreaks.between(released(), Contract.file()))
        .as(
            "lightpath.yaml breaks clients of %s; openapi/README.md, 'A break on purpose', says what"
                + " to do",
            released().getFileName())
        .isEmpty();
  }

  static Stream<Arguments> breaks() {
    return Stream.of(
        Arguments.of(
            "a route that goes", "  /api/plugins:\n", "  /api/plugs:\n", "/api/plugins: gone"),
        Arguments.of(
            "a parameter that becomes necessary",
            "        - name: userid\n          in: query\n",
            "        - name: userid\n          in: query\n          required: true\n",
            "/api/{site}/latest_images/{number_of_images}: parameters"),
        Arguments.of(
            "a member of a request that becomes necessary",
            "      description: An item to be.\n      required: [queue_name]\n",
            "      description: An item to be.\n      required: [queue_name, sender]\n",
            "POST /api/pipe/enqueue: request body"),
        Arguments.of(
            "a member of an answer that changes its type",
            "        image_id:\n          type: integer\n          format: int64\n",
            "        image_id:\n          type: string\n",
            "GET /api/image/{base_filename}: answers"),
        Arguments.of(
            "an optional member of an answer that goes",
            "        ended_ms:\n",
            "        finished_ms:\n",
            "GET /jobs/{ulid} 200: /ended_ms is gone"),
        Arguments.of(
            "a new word in an answer",
            "      enum: [CONNECTING, READY, BUSY, AWAY]\n",
            "      enum: [CONNECTING, READY, BUSY, AWAY, ASLEEP]\n",
            "GET /api/{site}/devices 200: /*/state was one of"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("breaks")
  void aBreakIsFound(String name, String before, String after, String found) throws IOException {
    assertThat(changed(before, after)).anySatisfy(one -> assertThat(one).contains(found));
  }

  static Stream<Arguments> growth() {
    return Stream.of(
        Arguments.of(
            "a new member of an answer",
            "        ended_ms:\n",
            "        begun_ms:\n          type: integer\n          description: New.\n        ended_ms:\n"),
        Arguments.of(
            "a new parameter that may be left out",
            "        - name: userid\n",
            "        - name: since\n          in: query\n          schema: {type: integer}\n"
                + "        - name: userid\n"),
        Arguments.of("a lock", "      security: []\n", "      security:\n        - bearer: []\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("growth")
  void growthIsNoBreak(String name, String before, String after) throws IOException {
    assertThat(changed(before, after)).isEmpty();
  }

  private List<String> changed(String before, String after) throws IOException {
    String text = Files.readString(released());
    assertThat(text).contains(before);
    Path changed = Files.writeString(folder.resolve("changed.yaml"), text.replace(before, after));
    return ContractBreaks.between(released(), changed);
  }
}
