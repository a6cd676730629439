package org.lightpath.platform.security;

import java.security.Principal;

/** A caller and what proved it. The principal of requests and sockets. */
public record Identified(Caller caller, Proof proof) implements Principal {

  /** Somebody who has proved nothing. */
  public static final Identified NOBODY = new Identified(Caller.ANONYMOUS, Proof.NONE);

  /** The caller's subject. */
  @Override
  public String getName() {
    return caller.subject();
  }
}
