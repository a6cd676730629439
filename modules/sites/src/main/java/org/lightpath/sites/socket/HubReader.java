package org.lightpath.sites.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Identified;
import org.lightpath.platform.security.OpenConnections;
import org.lightpath.platform.security.Role;
import org.lightpath.sites.Hub;

/**
 * One connection: who holds it, a bounded queue and one send on its way. A reader that lets the
 * queue run full is closed with 1013; the hub's memory stays flat. Closing may wait for such a
 * reader, so whoever brings the news leaves it to {@code closer}.
 */
final class HubReader implements Hub.Listener, OpenConnections.Connection {

  private static final Logger LOG = System.getLogger(HubReader.class.getName());
  private static final int MAX_PENDING = 256;
  private static final int MAX_REASON = 123;
  private static final int MAX_PENDING_CHARACTERS = 1 << 20;

  private final Session session;
  private final Executor closer;
  private final Deque<String> pending = new ArrayDeque<>();
  private final boolean open;
  private volatile Identified holder;
  private volatile SiteCode site;
  private int pendingCharacters;
  private boolean sending;
  private boolean closed;

  /**
   * A connection to the news of {@code site}.
   *
   * @param closer runs what may take long
   * @param open whether anybody may hear them
   */
  HubReader(Session session, SiteCode site, Executor closer, Identified holder, boolean open) {
    this.session = session;
    this.site = site;
    this.closer = closer;
    this.holder = holder;
    this.open = open;
  }

  /** Belongs to {@code newHolder} from now on. */
  void passTo(Identified newHolder) {
    holder = newHolder;
  }

  @Override
  public Identified holder() {
    return holder;
  }

  @Override
  public void end(String reason) {
    close(closing(CloseCodes.VIOLATED_POLICY, reason));
  }

  /** A reason as a close frame can carry it: at most 123 bytes (RFC 6455, section 5.5). */
  static CloseReason closing(CloseReason.CloseCode code, String reason) {
    String ascii = reason.replaceAll("[^\\x20-\\x7e]", "?");
    return new CloseReason(code, ascii.substring(0, Math.min(ascii.length(), MAX_REASON)));
  }

  /** Whether the holder may hear of the site he asked for. */
  boolean mayHear() {
    return open || holder.caller().may(Role.VIEWER, site);
  }

  /** Hears of another site from now on. */
  void moveTo(SiteCode newSite) {
    site = newSite;
  }

  @Override
  public boolean hears(SiteCode of) {
    return of.equals(site) && mayHear();
  }

  @Override
  public void offer(String frame) {
    boolean tooSlow;
    boolean start;
    synchronized (pending) {
      if (closed) {
        return;
      }
      tooSlow =
          pending.size() == MAX_PENDING
              || pendingCharacters + frame.length() > MAX_PENDING_CHARACTERS;
      start = !tooSlow && !sending;
      if (!tooSlow) {
        sending = true;
        pending.add(frame);
        pendingCharacters += frame.length();
      }
    }
    if (tooSlow) {
      close(new CloseReason(CloseCodes.TRY_AGAIN_LATER, "reads too slowly"));
    } else if (start) {
      sendNext(new SendResult());
    }
  }

  /** Also what is called when the send before has ended. */
  private void sendNext(SendResult previous) {
    String next;
    synchronized (pending) {
      next = previous.isOK() ? pending.poll() : null;
      pendingCharacters -= next == null ? 0 : next.length();
      sending = next != null;
    }
    if (next != null && session.isOpen()) {
      send(next);
    }
  }

  /** A session that is closed throws; the other listeners must have their news all the same. */
  private void send(String frame) {
    try {
      session.getAsyncRemote().sendText(frame, this::sendNext);
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "a hub socket was closed under a frame", e);
    }
  }

  /** Closes the connection, once, and forgets what waits for it; returns at once. */
  void close(CloseReason reason) {
    synchronized (pending) {
      if (closed) {
        return;
      }
      closed = true;
      pending.clear();
    }
    closer.execute(() -> close(session, reason));
  }

  /** Closes a connection, which may wait for its other side. */
  static void close(Session session, CloseReason reason) {
    try {
      session.close(reason);
    } catch (IOException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "the other side of a hub socket is gone already", e);
    }
  }
}
