package org.lightpath.sites.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A connection whose other side reads when the test says so. */
final class PlayedSession {

  /** Frames whose sending has begun, in order. */
  final Queue<String> sent = new ConcurrentLinkedQueue<>();

  final List<CloseReason> closes = new CopyOnWriteArrayList<>();
  private final Deque<SendHandler> underWay = new ArrayDeque<>();
  private int mostUnderWay;
  private final CountDownLatch closing = new CountDownLatch(1);
  private boolean readsAtOnce;
  private boolean stuckInClose;

  /** One that reads every frame before {@code sendText} returns. */
  static PlayedSession quick() {
    PlayedSession session = new PlayedSession();
    session.readsAtOnce = true;
    return session;
  }

  /** One whose {@code close} waits until its thread is interrupted. */
  static PlayedSession stuckInClose() {
    PlayedSession session = new PlayedSession();
    session.stuckInClose = true;
    return session;
  }

  /** Returns once somebody closes the session. */
  void awaitClosing() throws InterruptedException {
    if (!closing.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("nobody closes the session");
    }
  }

  /** Reads the frame that is under way. */
  void read() {
    SendHandler handler;
    synchronized (this) {
      handler = underWay.remove();
    }
    handler.onResult(new SendResult());
  }

  /** The most frames that were handed over and not read at any time. */
  synchronized int mostUnderWay() {
    return mostUnderWay;
  }

  Session session() {
    RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class, this::onRemote);
    return proxy(
        Session.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "isOpen" -> closes.isEmpty();
              case "getAsyncRemote" -> requireOpen() ? remote : null;
              case "close" -> onClose((CloseReason) arguments[0]);
              default -> throw new UnsupportedOperationException(method.toString());
            });
  }

  private Object onClose(CloseReason reason) {
    requireOpen();
    closes.add(reason);
    closing.countDown();
    if (stuckInClose) {
      waitForever();
    }
    return null;
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Object onRemote(Method method, Object[] arguments) {
    if (!method.getName().equals("sendText")) {
      throw new UnsupportedOperationException(method.toString());
    }
    sent.add((String) arguments[0]);
    SendHandler handler = (SendHandler) arguments[1];
    if (readsAtOnce) {
      handler.onResult(new SendResult());
    } else {
      synchronized (this) {
        underWay.add(handler);
        mostUnderWay = Math.max(mostUnderWay, underWay.size());
      }
    }
    return null;
  }

  /** As Tyrus does. */
  private boolean requireOpen() {
    if (!closes.isEmpty()) {
      throw new IllegalStateException("The connection has been closed.");
    }
    return true;
  }

  private interface Answer {
    Object to(Method method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            PlayedSession.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method, arguments)));
  }
}
