package org.lightpath.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W3C Trace Context level 1, section 3.2; the header is the recommendation's own example. */
final class TraceTest {

  private static final String EXAMPLE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void isTheTraceIdOfTheHeader() {
    assertThat(Trace.of(EXAMPLE).id()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @Test
  void isReadFromALaterVersionWithMoreFieldsToo() {
    assertThat(Trace.of("cc" + EXAMPLE.substring(2) + "-what-comes-later").id())
        .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
        "00-'; drop table job; --aaaaaaaaaaa-00f067aa0ba902b7-01"
      })
  void isFreshWithoutAUsableHeader(String header) {
    String id = Trace.of(header).id();

    assertThat(id).matches("[0-9a-f]{32}").doesNotMatch("0{32}");
    assertThat(id).isNotEqualTo(Trace.of(header).id());
  }

  @Test
  void tellsOthersOfItselfWithItsOwnSpan() {
    Trace ours = Trace.of(EXAMPLE);

    assertThat(ours.traceparent()).matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01");
    assertThat(ours.span()).isNotEqualTo("00f067aa0ba902b7");
    assertThat(Trace.of(ours.traceparent()).id()).isEqualTo(ours.id());
  }
}
