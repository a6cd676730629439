package org.lightpath.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of users that a hub does not have, signed with its own key by the JDK alone. */
final class MintedToken {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Path keys;
  private final RSAPrivateCrtKey key;
  private final PublicKey open;
  private final String keyId;

  /** With the key below that data folder. */
  MintedToken(Path data) {
    keys = data.resolve("keys");
    try {
      KeyFactory factory = KeyFactory.getInstance("RSA");
      byte[] pkcs8 = Files.readAllBytes(keys.resolve("signing.pkcs8"));
      key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      open =
          factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
      keyId = BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(open.getEncoded()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A token.
   *
   * @param roles held everywhere
   * @param grants held at one place: {@code observer@saf}
   */
  String of(String subject, List<String> roles, List<String> grants, Instant expires) {
    return sign(header(), claims(subject, roles, grants, expires));
  }

  /** The header of the hub's own tokens. */
  JsonObject header() {
    return Json.createObjectBuilder()
        .add("alg", "RS256")
        .add("typ", "JWT")
        .add("kid", keyId)
        .build();
  }

  /** The claims of such a token, issued an hour before its end. */
  JsonObject claims(String subject, List<String> roles, List<String> grants, Instant expires) {
    return Json.createObjectBuilder()
        .add("iss", "lightpath")
        .add("aud", "lightpath")
        .add("sub", subject)
        .add("upn", subject)
        .add("groups", array(roles))
        .add("grants", array(grants))
        .add("sid", UUID.randomUUID().toString()) // a login of its own: ending it ends no other
        .add("jti", "01KHCZZNZVN4D3GMWQ9C2S9Q3T")
        .add("iat", expires.minusSeconds(3600).getEpochSecond())
        .add("exp", expires.getEpochSecond())
        .build();
  }

  /** Header and claims as they are, with the hub's signature (RSA, SHA-256). */
  String sign(JsonObject header, JsonObject claims) {
    String signed = encoded(header) + "." + encoded(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What everybody may know of the key. */
  PublicKey publicKey() {
    return open;
  }

  /** What the hub would put into the cookie of a session with that token. */
  String sealed(String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Files.readAllBytes(keys.resolve("session.key")), "HmacSHA256"));
      byte[] seal = mac.doFinal(token.getBytes(StandardCharsets.US_ASCII));
      return token + "~" + BASE64.encodeToString(seal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonArrayBuilder array(List<String> texts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    texts.forEach(array::add);
    return array;
  }

  private static String encoded(JsonObject json) {
    return BASE64.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
