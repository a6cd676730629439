package org.lightpath.platform.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Digests of bodies, as text. */
public final class Digests {

  private static final int SHORT_BYTES = 16;

  private Digests() {}

  /** SHA-256, 43 characters of URL-safe base 64. */
  public static String sha256(byte[] bytes) {
    return base64(digest(bytes), 32);
  }

  /** The first 128 bits of it, 22 characters: enough to tell two states of one thing apart. */
  public static String shortSha256(byte[] bytes) {
    return base64(digest(bytes), SHORT_BYTES);
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String base64(byte[] digest, int bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, bytes));
  }
}
