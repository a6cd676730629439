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
import org.lightpath.sites.Hub;

/**
 * One connection: a bounded queue and one send on its way. A reader that lets the queue run full is
 * closed with 1013; the hub's memory stays flat. Closing may wait for such a reader, so the thread
 * that brings the news leaves it to {@code closer}.
 */
final class HubReader implements Hub.Listener {

  private static final Logger LOG = System.getLogger(HubReader.class.getName());
  private static final int MAX_PENDING = 256;
  private static final int MAX_PENDING_CHARACTERS = 1 << 20;

  private final Session session;
  private final Executor closer;
  private final Deque<String> pending = new ArrayDeque<>();
  private volatile SiteCode site;
  private int pendingCharacters;
  private boolean sending;
  private boolean closed;

  /** A connection that hears of {@code site}; {@code closer} runs what may take long. */
  HubReader(Session session, SiteCode site, Executor closer) {
    this.session = session;
    this.site = site;
    this.closer = closer;
  }

  /** Hears of another site from now on. */
  void moveTo(SiteCode newSite) {
    site = newSite;
  }

  @Override
  public boolean hears(SiteCode of) {
    return of.equals(site);
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
