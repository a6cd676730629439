package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lightpath.platform.ErrorCode;

/** Status codes of RFC 9110 section 15; 422, 429 and 507 of RFC 9110, 6585 and 4918. */
final class ProblemsTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT,400,invalid-argument",
    "UNAUTHENTICATED,401,unauthenticated",
    "FORBIDDEN,403,forbidden",
    "NOT_FOUND,404,not-found",
    "TOO_SLOW,408,too-slow",
    "CONFLICT,409,conflict",
    "GONE,410,gone",
    "TOO_LARGE,413,too-large",
    "UNPROCESSABLE,422,unprocessable",
    "TOO_MANY,429,too-many",
    "UNAVAILABLE,503,unavailable",
    "TIMED_OUT,504,timed-out",
    "NO_SPACE,507,no-space"
  })
  void haveTheStatusOfTheirCode(ErrorCode code, int status, String slug) {
    assertThat(Problems.statusOf(code)).isEqualTo(status);
    assertThat(Problems.slugOf(code)).isEqualTo(slug);
  }

  @ParameterizedTest
  @EnumSource
  void areAlwaysFailures(ErrorCode code) {
    assertThat(Problems.statusOf(code)).isBetween(400, 599);
  }

  @Test
  void tellEveryCodeFromTheOthers() {
    assertThat(Arrays.stream(ErrorCode.values()).map(Problems::statusOf)).doesNotHaveDuplicates();
  }
}
