package org.lightpath.platform.security;

import java.net.InetAddress;
import java.util.Optional;

/** Port: callers that are known by nothing but the network they call from. Thread-safe. */
public interface MachineNetworks {

  /** The machine at that address; empty if none is known there. */
  Optional<Caller> at(InetAddress address);
}
