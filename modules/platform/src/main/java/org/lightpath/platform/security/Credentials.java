package org.lightpath.platform.security;

import java.net.InetAddress;
import java.util.Optional;

/**
 * What a request or a socket carries to prove who makes it; at most one of token and key.
 *
 * @param token a bearer token
 * @param key an API key
 * @param address network address of the caller
 */
public record Credentials(Optional<String> token, Optional<String> key, InetAddress address) {

  /** A bearer token. */
  public static Credentials token(String token, InetAddress address) {
    return new Credentials(Optional.of(token), Optional.empty(), address);
  }

  /** An API key. */
  public static Credentials key(String key, InetAddress address) {
    return new Credentials(Optional.empty(), Optional.of(key), address);
  }

  /** Nothing but an address. */
  public static Credentials none(InetAddress address) {
    return new Credentials(Optional.empty(), Optional.empty(), address);
  }

  /** Whether there is nothing but an address. */
  public boolean isNothing() {
    return token.isEmpty() && key.isEmpty();
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    String proof = token.isPresent() ? "token" : key.isPresent() ? "key" : "nothing";
    return "Credentials[%s from %s]".formatted(proof, address.getHostAddress());
  }
}
