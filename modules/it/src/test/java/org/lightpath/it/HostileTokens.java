package org.lightpath.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that must not hold, each an admin's if it did: RFC 8725, and what became known since of
 * those who did not follow it. Some are signed by the hub's own key, which nobody outside has.
 */
final class HostileTokens {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int TRICKS = 17;

  private final MintedToken hub;
  private final KeyPair foreign;

  /** Where nobody must ever come to fetch a key. */
  private final String trap;

  HostileTokens(MintedToken hub, String trap) {
    this.hub = hub;
    this.trap = trap;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      foreign = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One of them. */
  String any(Random random) {
    return switch (random.nextInt(TRICKS)) {
      case 0 -> unsigned(pick(random, "none", "None", "NONE", "nOnE", "", "null"), random);
      case 1 -> withPublicKeyAsSecret(pick(random, "HS256", "HS384", "HS512"), random);
      case 2 -> foreign(header().add(pick(random, "jku", "x5u"), trap + "/keys.json"));
      case 3 -> foreign(header().add("jwk", jwk()));
      case 4 -> foreign(header().add("x5c", Json.createArrayBuilder().add("MIIB")));
      case 5 -> foreign(header().add("kid", pick(random, KIDS)));
      case 6 -> hub.sign(header().add("kid", pick(random, KIDS)).build(), claims().build());
      case 7 ->
          hub.sign(
              header().add("crit", Json.createArrayBuilder().add("exp")).build(), claims().build());
      case 8 ->
          hub.sign(
              header().add("alg", pick(random, "RS384", "PS256", "ES256", "RS1", "EdDSA")).build(),
              claims().build());
      case 9 -> ours(claims().add("aud", pick(random, "other", "", "lightpath ", "LIGHTPATH")));
      case 10 ->
          ours(
              claims()
                  .add("iss", pick(random, "other", "", "lightpath/", "http://lightpath", trap)));
      case 11 ->
          ours(claims().add("exp", Instant.now().getEpochSecond() - 61 - random.nextInt(1 << 30)));
      case 12 -> ours(claims().add("exp", pick(random, EXPIRIES)));
      case 13 ->
          ours(claims().add("nbf", Instant.now().getEpochSecond() + 120 + random.nextInt(1 << 20)));
      case 14 -> truncated(random);
      case 15 -> withOtherClaims();
      default -> ours(claims().remove("sub"));
    };
  }

  private static final List<JsonValue> KIDS =
      List.of(
          Json.createValue("../../../../../../dev/null"),
          Json.createValue("signing.pkcs8"),
          Json.createValue("' OR '1'='1"),
          Json.createValue("x' UNION SELECT 'secret' --"),
          Json.createValue("/proc/self/environ"),
          Json.createValue("a".repeat(2000)),
          Json.createValue("\u0000"),
          Json.createValue(7),
          JsonValue.NULL,
          JsonValue.EMPTY_JSON_ARRAY);

  private static final List<JsonValue> EXPIRIES =
      List.of(
          JsonValue.NULL,
          Json.createValue("tomorrow"),
          Json.createValue(0),
          Json.createValue(-1),
          Json.createValue(new BigInteger("9".repeat(40))),
          Json.createValue(Long.MAX_VALUE),
          JsonValue.EMPTY_JSON_OBJECT);

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static String pick(Random random, String... from) {
    return from[random.nextInt(from.length)];
  }

  private JsonObjectBuilder header() {
    return Json.createObjectBuilder(hub.header());
  }

  private JsonObjectBuilder claims() {
    return Json.createObjectBuilder(
        hub.claims("root", List.of("admin"), List.of(), Instant.now().plusSeconds(3600)));
  }

  private String ours(JsonObjectBuilder claims) {
    return hub.sign(hub.header(), claims.build());
  }

  private String unsigned(String algorithm, Random random) {
    String text = encoded(header().add("alg", algorithm).build()) + "." + encoded(claims().build());
    return text + pick(random, "", ".", "..", ".e30", "." + "A".repeat(342));
  }

  private String withPublicKeyAsSecret(String algorithm, Random random) {
    PublicKey key = hub.publicKey();
    byte[] der = key.getEncoded();
    String pem = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    byte[] secret =
        pick(
            random,
            List.of(
                der,
                bytes("-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----\n"),
                bytes("-----BEGIN PUBLIC KEY-----\n" + pem + "\n-----END PUBLIC KEY-----"),
                bytes(pem.replace("\n", "")),
                ((RSAPublicKey) key).getModulus().toByteArray()));
    String text = encoded(header().add("alg", algorithm).build()) + "." + encoded(claims().build());
    try {
      Mac mac = Mac.getInstance(algorithm.replace("HS", "HmacSHA"));
      mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
      return text + "." + BASE64.encodeToString(mac.doFinal(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String foreign(JsonObjectBuilder header) {
    String text = encoded(header.build()) + "." + encoded(claims().build());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(foreign.getPrivate());
      signature.update(bytes(text));
      return text + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonObject jwk() {
    RSAPublicKey key = (RSAPublicKey) foreign.getPublic();
    return Json.createObjectBuilder()
        .add("kty", "RSA")
        .add("kid", hub.header().getString("kid"))
        .add("e", BASE64.encodeToString(key.getPublicExponent().toByteArray()))
        .add("n", BASE64.encodeToString(key.getModulus().toByteArray()))
        .build();
  }

  private String truncated(Random random) {
    String whole = ours(claims());
    int cut = random.nextInt(whole.length());
    String rest =
        whole.substring(0, cut)
            + whole.substring(Math.min(whole.length(), cut + 1 + random.nextInt(9)));
    return pick(random, List.of(whole.substring(0, cut), rest, whole + ".e30", "." + whole));
  }

  private String withOtherClaims() {
    String[] parts = ours(claims()).split("\\.");
    JsonObject more = claims().add("sub", "somebody-else").build();
    return parts[0] + "." + encoded(more) + "." + parts[2];
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(JsonObject json) {
    return BASE64.encodeToString(bytes(json.toString()));
  }
}
