package org.lightpath.device.host;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.lightpath.platform.DeviceChanged;

/**
 * State of one device and who waits for a change of it. Each change is announced. A device is
 * <em>settling</em> while an attempt to reach it is about to be made or under way: calls then wait
 * for its outcome instead of failing. Thread-safe.
 */
final class DeviceCondition {

  private final DeviceConfiguration device;
  private final Clock clock;
  private final Announcements announcements;
  private DeviceStatus status;
  private boolean settling = true;
  private boolean woken;
  private boolean closed;

  DeviceCondition(DeviceConfiguration device, Clock clock, Announcements announcements) {
    this.device = device;
    this.clock = clock;
    this.announcements = announcements;
    this.status = new DeviceStatus(DeviceState.CONNECTING, "", clock.instant());
  }

  synchronized DeviceStatus status() {
    return status;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** It answered. */
  void connected() {
    change(DeviceState.READY, "", false);
  }

  /** It is gone; the keeper is woken to get it back. */
  void lost(String reason) {
    synchronized (this) {
      woken = true;
    }
    change(DeviceState.AWAY, reason, true);
  }

  /** An attempt to reach it failed. */
  void stillAway(String reason) {
    change(DeviceState.AWAY, reason, false);
  }

  /** A call begins. */
  void busy() {
    changeFrom(DeviceState.READY, DeviceState.BUSY);
  }

  /** The call ended; a device that was lost in it stays AWAY. */
  void idle() {
    changeFrom(DeviceState.BUSY, DeviceState.READY);
  }

  /** Nobody need wait for the next attempt: it is not soon. */
  synchronized void settle() {
    settling = false;
    notifyAll();
  }

  /** Nothing follows any more. */
  synchronized void close() {
    closed = true;
    settling = false;
    notifyAll();
  }

  /** Waits until it is not settling, at most {@code limitNanos}. */
  synchronized void awaitSettled(long limitNanos) throws InterruptedException {
    long end = System.nanoTime() + limitNanos;
    while (settling && end - System.nanoTime() > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
    }
  }

  /** Sleeps for {@code pause}, shorter if the device is lost meanwhile or closed. */
  synchronized void pause(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    while (!woken && !closed && end - System.nanoTime() > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
    }
    woken = false;
  }

  /** Sleeps for {@code pause}, shorter only if the device is closed. */
  synchronized void backOff(Duration pause) throws InterruptedException {
    long end = System.nanoTime() + pause.toNanos();
    while (!closed && end - System.nanoTime() > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
    }
  }

  private void changeFrom(DeviceState from, DeviceState to) {
    synchronized (this) {
      if (status.state() != from) {
        return;
      }
      set(to, "");
    }
    announcements.tell();
  }

  private void change(DeviceState state, String reason, boolean nowSettling) {
    synchronized (this) {
      settling = nowSettling && !closed;
      if (status.state() != state || !status.reason().equals(reason)) {
        set(state, reason);
      }
      notifyAll();
    }
    announcements.tell();
  }

  private void set(DeviceState state, String reason) {
    boolean entered = status.state() != state;
    status = new DeviceStatus(state, reason, entered ? clock.instant() : status.since());
    announcements.add(
        new DeviceChanged(
            device.site(), device.name(), device.driver().kind().label(), state.name(), reason));
  }
}
