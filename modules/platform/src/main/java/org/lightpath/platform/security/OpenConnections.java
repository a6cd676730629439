package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections that stay open after their handshake. Looked through twice a second: one whose
 * proof has been revoked or has expired is closed. Thread-safe.
 */
@ApplicationScoped
public class OpenConnections {

  /** A connection that somebody holds open. */
  public interface Connection {

    /** Who holds it, as last proved. */
    Identified holder();

    /** Ends it and returns at once; {@code reason} is for the holder. */
    void end(String reason);
  }

  private static final Logger LOG = System.getLogger(OpenConnections.class.getName());

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private Identity identity;

  /** For the CDI proxy. */
  protected OpenConnections() {}

  /** Connections whose proofs {@code identity} judges. */
  @Inject
  public OpenConnections(Identity identity) {
    this.identity = identity;
  }

  /** Watches a connection from now on. */
  public void join(Connection connection) {
    open.add(connection);
  }

  /** Forgets a connection that is closed. */
  public void leave(Connection connection) {
    open.remove(connection);
  }

  /** Ends every connection whose holder has nothing left that proves who he is. */
  public void endThoseWithoutProof() {
    for (Connection connection : List.copyOf(open)) {
      Optional<String> ended = identity.endOf(connection.holder());
      if (ended.isPresent() && open.remove(connection)) {
        end(connection, ended.get());
      }
    }
  }

  /** One that cannot be closed must not keep the others open. */
  private static void end(Connection connection, String reason) {
    try {
      connection.end(reason);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "cannot close a connection whose proof has ended", e);
    }
  }
}
