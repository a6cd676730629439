package org.lightpath.platform.security;

import java.util.Optional;

/** Port: callers that are known by nothing but the network they call from. Thread-safe. */
public interface MachineNetworks {

  /**
   * The machine at that address; empty if none is known there.
   *
   * @param address IPv4 or IPv6, as text
   */
  Optional<Caller> at(String address);
}
