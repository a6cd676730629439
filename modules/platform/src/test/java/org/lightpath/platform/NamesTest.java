package org.lightpath.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Site codes and object names: what they may be, and what must never pass. */
final class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"sa", "saf", "SAF", "tst001", "abcdefghijklmnop", "00"})
  void aSiteCodeIsTwoToSixteenLettersOrDigits(String code) {
    assertThat(new SiteCode(code).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "s", "abcdefghijklmnopq", "sa f", "sa-f", "säf", "saf\n", "../saf", "٣٤"})
  void aSiteCodeIsNothingElse(String code) {
    assertThat(SiteCode.isValid(code)).isFalse();
    assertRefused(() -> new SiteCode(code));
  }

  @Test
  void siteCodesKeepTheirCaseAndSort() {
    assertThat(new SiteCode("saf")).isNotEqualTo(new SiteCode("SAF"));
    assertThat(new SiteCode("eco")).isLessThan(new SiteCode("saf"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data/saf-camera1-20260214-00000001-EX00.fits.fz",
        "a/b",
        "a/b/c/d",
        "info-images/_hidden=not@all~+.txt"
      })
  void anObjectNameIsTwoToFourSegments(String name) {
    assertThat(new ObjectKey(name).value()).isEqualTo(name);
  }

  @Test
  void anObjectNameKnowsItsFolderAndFile() {
    assertThat(new ObjectKey("data/2026/a.fits").directory()).isEqualTo("data");
    assertThat(new ObjectKey("data/2026/a.fits").fileName()).isEqualTo("a.fits");
    assertThat(ObjectKey.of("data", "x".repeat(200)).fileName()).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data",
        "data/",
        "/data/a",
        "data//a",
        "a/b/c/d/e",
        "data/..",
        "../data/a",
        "data/../../etc/passwd",
        "data/.hidden",
        ".objects/a",
        "data/-rf",
        "data/a b",
        "data/a\u0000.fits",
        "data/a\n",
        "data/a\\b",
        "data/%2e%2e",
        "data/a;b",
        "data/ä.fits",
        "data/a:b",
        "data/$HOME",
        "C:/a"
      })
  void anObjectNameNeverLeadsElsewhereOrHides(String name) {
    assertRefused(() -> new ObjectKey(name));
  }

  @Test
  void anObjectNameIsBounded() {
    assertRefused(() -> ObjectKey.of("data", "x".repeat(201)));
    assertThatThrownBy(() -> ObjectKey.of("data", "/".repeat(100_000)))
        .message()
        .hasSizeLessThan(300);
  }

  @Test
  void textThatIsShownIsShortAndForgesNoLine() {
    assertThat(Text.shortened("plain – ok")).isEqualTo("plain – ok");
    assertThat(Text.shortened("a\r\nERROR forged\t\u001b[31m")).isEqualTo("a??ERROR forged??[31m");
    assertThat(Text.shortened("x".repeat(80))).hasSize(80);
    assertThat(Text.shortened("x".repeat(81))).hasSize(81).endsWith("x…");
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
  }
}
