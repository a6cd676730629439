package org.lightpath.archive.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.archive.objects.ObjectType;
import org.lightpath.archive.objects.SignedUrls;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;
import org.lightpath.platform.Text;

/**
 * The fields of an upload's form: a signed policy that says what may come, under the names that S3
 * gives them, so that clients of the original fill the form as ever.
 */
@ApplicationScoped
public class UploadForms {

  /** What a form allows. */
  record Allowed(ObjectKey key, long maxBytes) {}

  private static final String CONTENT_TYPE = "Content-Type";
  private static final Duration LIFE = Duration.ofSeconds(300);
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private SignedUrls signatures;
  private Clock clock;
  private long maxObjectBytes;

  /** For the CDI proxy. */
  protected UploadForms() {}

  /** Forms for objects of at most {@code maxObjectBytes}. */
  @Inject
  public UploadForms(
      SignedUrls signatures,
      Clock clock,
      @ConfigProperty(name = "lightpath.archive.max-object-bytes", defaultValue = "1073741824")
          long maxObjectBytes) {
    this.signatures = signatures;
    this.clock = clock;
    this.maxObjectBytes = maxObjectBytes;
  }

  /** The fields that allow one upload of that object. */
  JsonObject fieldsFor(ObjectKey key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expires = now.plus(LIFE);
    String policy = Base64.getEncoder().encodeToString(policy(key, expires));
    return Json.createObjectBuilder()
        .add("key", key.value())
        .add(CONTENT_TYPE, ObjectType.of(key).mediaType())
        .add("x-amz-algorithm", "LP-HMAC-SHA256")
        .add("x-amz-credential", "lightpath")
        .add("x-amz-date", BASIC.format(now))
        .add("policy", policy)
        .add("x-amz-signature", signatures.signUpload(policy, expires))
        .build();
  }

  private byte[] policy(ObjectKey key, Instant expires) {
    return Json.createObjectBuilder()
        .add("expiration", expires.toString())
        .add(
            "conditions",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("key", key.value()))
                .add(
                    Json.createArrayBuilder()
                        .add("content-length-range")
                        .add(0)
                        .add(maxObjectBytes))
                .add(
                    Json.createArrayBuilder()
                        .add("eq")
                        .add("$" + CONTENT_TYPE)
                        .add(ObjectType.of(key).mediaType())))
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What the form with these fields allows.
   *
   * @throws LightpathException FORBIDDEN if it was not made here, or if its key or type differs
   *     from what was signed; GONE if it has expired
   */
  Allowed check(Map<String, String> fields) {
    String policy = fields.getOrDefault("policy", "");
    JsonObject terms = decode(policy);
    Instant expires = expiryOf(terms);
    signatures.checkUpload(policy, expires, fields.getOrDefault("x-amz-signature", ""));
    // The signature holds: from here on the terms are our own words.
    JsonArray conditions = terms.getJsonArray("conditions");
    String key = conditions.getJsonObject(0).getString("key");
    require(fields, "key", key);
    require(fields, CONTENT_TYPE, conditions.getJsonArray(2).getString(2));
    long maxBytes = conditions.getJsonArray(1).getJsonNumber(2).longValueExact();
    return new Allowed(new ObjectKey(key), maxBytes);
  }

  private static void require(Map<String, String> fields, String name, String signed) {
    String sent = fields.getOrDefault(name, "");
    if (!signed.equals(sent)) {
      throw new LightpathException(
          ErrorCode.FORBIDDEN,
          "the field %s of this form is '%s'; it was given as '%s' and must come back so"
              .formatted(name, Text.shortened(sent), signed));
    }
  }

  private static JsonObject decode(String policy) {
    try {
      return JsonText.object(
          new String(Base64.getDecoder().decode(policy), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | LightpathException e) {
      throw new LightpathException(
          ErrorCode.FORBIDDEN, "the form lacks the policy that /api/upload gave", e);
    }
  }

  private static Instant expiryOf(JsonObject terms) {
    try {
      return Instant.parse(
          terms.getOrDefault("expiration", JsonValue.NULL).toString().replace("\"", ""));
    } catch (DateTimeException e) {
      throw new LightpathException(ErrorCode.FORBIDDEN, "the policy has no expiration", e);
    }
  }
}
