package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision "All HTTP" of the contract: JSON by any Content-Type, except forms and binary. */
final class RequestWithTypeTest {

  @ParameterizedTest
  @CsvSource({
    "/jobs/newjob,, application/json",
    "/jobs/newjob, garbage, application/json",
    "/jobs/newjob, ;;/, application/json",
    "/jobs/newjob, application/x-www-form-urlencoded, application/json",
    "/jobs/newjob, application/json; charset=nope, application/json",
    "/jobs/newjob, text/plain, application/json",
    "/objects, multipart/form-data; boundary=b, multipart/form-data; boundary=b",
    "/store/x, Application/Octet-Stream, Application/Octet-Stream",
    "/api/token,, application/x-www-form-urlencoded",
    "/store/token/, text/plain, application/x-www-form-urlencoded",
    "/api/token, application/json, application/json",
  })
  void isWhatTheHubTakesTheBodyFor(String path, String given, String taken) {
    assertThat(RequestWithType.typeOf(path, given)).isEqualTo(taken);
  }
}
