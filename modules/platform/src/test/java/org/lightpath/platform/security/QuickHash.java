package org.lightpath.platform.security;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Stands in for the container's slow hash: readable, and it counts how often it is asked. */
final class QuickHash implements Pbkdf2PasswordHash {

  Map<String, String> settings = Map.of();
  int verifications;
  private Runnable afterNext = () -> {};

  /** Happens once, when a password has been looked at and its bearer does not know yet. */
  void afterNext(Runnable event) {
    afterNext = event;
  }

  @Override
  public void initialize(Map<String, String> parameters) {
    settings = Map.copyOf(parameters);
  }

  @Override
  public String generate(char[] password) {
    return "hash of " + new String(password);
  }

  @Override
  public boolean verify(char[] password, String hashedPassword) {
    verifications++;
    boolean holds = hashedPassword.equals(generate(password));
    Runnable event = afterNext;
    afterNext = () -> {};
    event.run();
    return holds;
  }
}
