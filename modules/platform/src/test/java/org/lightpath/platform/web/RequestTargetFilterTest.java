package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 3986, appendix A: what a target may hold as it is. */
final class RequestTargetFilterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api/image/saf-cam2-20240110-00000001",
        "/objects/data/a.fits?expires=1&signature=ab_-~.",
        "/a;b=c/!$&'()*+,=:@?q=/?:@",
        "/a%2Fb%7c?x=%E4%BA%AC",
        "/x?ids[]=1",
      })
  void aUriIsOne(String target) {
    assertThat(RequestTargetFilter.foreignIn(target)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/a|b, character 3 of the target: '|' is not escaped",
        "/a?x={y}, character 6 of the target: '{' is not escaped",
        "/a\"b, is not escaped",
        "/a<b>, is not escaped",
        "/a^b, is not escaped",
        "/a\\b, is not escaped",
        "/ä, is not escaped",
        "/a?x=%zz, character 6 of the target: '%zz' is no escape",
        "/a%, '%' is no escape",
        "/a%4, '%4' is no escape",
      })
  void whatIsNoneIsNamedWithItsPlace(String target, String words) {
    assertThat(RequestTargetFilter.foreignIn(target))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains(words));
  }
}
