package org.lightpath.archive.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.archive.objects.SignedUrls;
import org.lightpath.platform.DataFolder;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.security.Keys;
import org.lightpath.platform.security.Profile;

final class UploadFormsTest {

  private static final Instant NOW = Instant.parse("2026-02-14T03:00:00Z");
  private static final ObjectKey KEY = new ObjectKey("data/saf-c-20260214-00000001-EX10.jpg");
  private static final long MAX_BYTES = 1000;

  @TempDir Path data;
  private UploadForms forms;

  @BeforeEach
  void open() {
    forms = formsAt(NOW);
  }

  @Test
  void allowWhatTheyWereMadeFor() {
    assertThat(forms.check(fields())).isEqualTo(new UploadForms.Allowed(KEY, MAX_BYTES));
  }

  /** As a POST policy of S3 has it: conditions on key, length and type. */
  @Test
  void signKeyLengthAndType() {
    Map<String, String> fields = fields();
    byte[] policy = Base64.getDecoder().decode(fields.get("policy"));

    assertThat(fields).containsEntry("Content-Type", "image/jpeg");
    assertThat(
            JsonText.object(new String(policy, StandardCharsets.UTF_8)).getJsonArray("conditions"))
        .isEqualTo(
            JsonText.object(
                    """
                    {"conditions": [{"key": "data/saf-c-20260214-00000001-EX10.jpg"},
                    ["content-length-range", 0, 1000], ["eq", "$Content-Type", "image/jpeg"]]}
                    """)
                .getJsonArray("conditions"));
  }

  @ParameterizedTest
  @CsvSource({"Content-Type, text/html", "Content-Type, ''", "key, data/another.jpg"})
  void refuseAChangedField(String name, String value) {
    Map<String, String> fields = fields();
    String given = fields.put(name, value);

    assertForbidden(
        fields,
        "the field %s of this form is '%s'; it was given as '%s' and must come back so"
            .formatted(name, value, given));
  }

  @ParameterizedTest
  @CsvSource({"Content-Type", "key", "policy", "x-amz-signature"})
  void refuseAMissingField(String name) {
    Map<String, String> fields = fields();
    fields.remove(name);

    assertForbidden(fields, "");
  }

  @Test
  void refuseAPolicyOfSomebodyElse() {
    Map<String, String> fields = fields();
    String looser =
        Json.createObjectBuilder().add("expiration", "2099-01-01T00:00:00Z").build().toString();
    fields.put(
        "policy", Base64.getEncoder().encodeToString(looser.getBytes(StandardCharsets.UTF_8)));

    assertForbidden(fields, "signature");
  }

  @Test
  void expireAfterFiveMinutes() {
    Map<String, String> fields = fields();

    assertThat(formsAt(NOW.plusSeconds(300)).check(fields).key()).isEqualTo(KEY);
    assertThatThrownBy(() -> formsAt(NOW.plusSeconds(301)).check(fields))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.GONE));
  }

  private void assertForbidden(Map<String, String> fields, String words) {
    assertThatThrownBy(() -> forms.check(fields))
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN))
        .hasMessageContaining(words);
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    forms.fieldsFor(KEY).forEach((k, v) -> fields.put(k, ((JsonString) v).getString()));
    return fields;
  }

  private UploadForms formsAt(Instant time) {
    Clock clock = Clock.fixed(time, ZoneOffset.UTC);
    Keys keys = new Keys(new DataFolder(data.toString()), new Profile("production"));
    return new UploadForms(new SignedUrls(keys, clock), clock, MAX_BYTES);
  }
}
