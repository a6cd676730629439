package org.lightpath.archive.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 9110 section 14.1.2, of an object of 10000 bytes, and its edges. */
final class ByteRangeTest {

  private static final long SIZE = 10_000;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-499,0,499",
    "bytes=500-999,500,999",
    "bytes=-500,9500,9999",
    "bytes=9500-,9500,9999",
    "bytes=0-0,0,0",
    "bytes=0-,0,9999",
    "bytes=9999-,9999,9999",
    "bytes=9999-10000,9999,9999",
    "bytes=0-999999999999999999,0,9999",
    "bytes=-10000,0,9999",
    "bytes=-20000,0,9999",
    "bytes=-1,9999,9999"
  })
  void isTheOneThatIsAskedFor(String header, long first, long last) {
    assertThat(ByteRange.parse(header, SIZE)).contains(new ByteRange(first, last));
    assertThat(new ByteRange(first, last).isUnsatisfiable()).isFalse();
    assertThat(new ByteRange(first, last).length()).isEqualTo(last - first + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10000-", "bytes=10000-10001", "bytes=-0"})
  void cannotBeSatisfiedBehindTheEnd(String header) {
    assertThat(ByteRange.parse(header, SIZE))
        .hasValueSatisfying(range -> assertThat(range.isUnsatisfiable()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=0-0,-1",
        "bytes=500-600,601-999",
        "bytes=5-4",
        "bytes=-",
        "bytes=",
        "bytes=a-b",
        "bytes=--5",
        "bytes=0-1234567890123456789",
        "items=0-5",
        ""
      })
  void isIgnoredIfItIsSeveralBackwardsOrNonsense(String header) {
    assertThat(ByteRange.parse(header, SIZE)).isEmpty();
  }

  @Test
  void cannotBeSatisfiedByAnEmptyObject() {
    assertThat(ByteRange.parse("bytes=0-", 0).orElseThrow().isUnsatisfiable()).isTrue();
    assertThat(ByteRange.parse("bytes=-5", 0).orElseThrow().isUnsatisfiable()).isTrue();
  }
}
