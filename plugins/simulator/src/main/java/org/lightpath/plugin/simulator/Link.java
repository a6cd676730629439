package org.lightpath.plugin.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceException;

/**
 * The wire to one simulated device: whether it answers, which call runs, what stops that call and
 * what goes wrong in it. Thread-safe.
 */
final class Link {

  private final DeviceContext context;
  private final LinkSettings settings;
  private final LightPart part;
  private final long madeNanos = System.nanoTime();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<TwinSky.Membership> membership = Optional.empty();
  private Optional<Call> running = Optional.empty();
  private boolean connected;
  private boolean closed;
  private long calls;

  /** A wire, not connected, to a device that does {@code part} to the light. */
  Link(DeviceContext context, LinkSettings settings, LightPart part) {
    this.context = context;
    this.settings = settings;
    this.part = part;
  }

  /** {@link org.lightpath.device.spi.DeviceDriver#connect()}. */
  void connect() throws DeviceException {
    lock.lock();
    try {
      if (closed) {
        throw away("is closed");
      }
      double left = settings.awaySeconds() - (System.nanoTime() - madeNanos) * 1e-9;
      if (left > 0) {
        throw away(
            "does not answer: setting away-seconds keeps it away for %.0f s".formatted(left));
      }
      if (membership.isEmpty()) {
        membership = Optional.of(TwinSky.join(context.site(), context.deviceName(), part));
      }
      connected = true;
    } finally {
      lock.unlock();
    }
  }

  /** {@link org.lightpath.device.spi.DeviceDriver#abort()}. */
  void abort() {
    lock.lock();
    try {
      running.ifPresent(call -> call.aborted = true);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** {@link org.lightpath.device.spi.DeviceDriver#close()}. */
  void close() {
    lock.lock();
    try {
      closed = true;
      connected = false;
      membership.ifPresent(TwinSky.Membership::leave);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The sky that the device stands under.
   *
   * @throws DeviceException AWAY if it is not connected
   */
  TwinSky sky() throws DeviceException {
    lock.lock();
    try {
      return connectedMembership().sky();
    } finally {
      lock.unlock();
    }
  }

  private TwinSky.Membership connectedMembership() throws DeviceException {
    if (closed) {
      throw away("is closed");
    }
    if (!connected) {
      throw away("is not connected");
    }
    return membership.orElseThrow(() -> away("is not connected"));
  }

  /**
   * Begins a call that takes time; close it when it is over. The configured fault strikes here.
   *
   * @param doing what the device does, for messages, for example {@code exposure}
   * @throws DeviceException AWAY if not connected; BUSY if another call runs; as the fault says
   */
  Call begin(String doing) throws DeviceException {
    lock.lock();
    try {
      TwinSky sky = connectedMembership().sky();
      if (running.isPresent()) {
        throw new DeviceException(
            DeviceException.Code.BUSY,
            "%s is busy with its %s".formatted(device(), running.get().doing));
      }
      calls++;
      Fault fault = calls % settings.faultEvery() == 0 ? settings.fault() : Fault.NONE;
      strike(fault, doing);
      Call call = new Call(doing, sky, fault == Fault.SLOW_READOUT);
      running = Optional.of(call);
      return call;
    } finally {
      lock.unlock();
    }
  }

  /** Lets the fault happen; under the lock, which a hanging call gives back while it waits. */
  private void strike(Fault fault, String doing) throws DeviceException {
    switch (fault) {
      case NONE, SLOW_READOUT -> {}
      case HANG -> {
        while (!closed) {
          changed.awaitUninterruptibly();
        }
        throw away("was closed while its %s hung".formatted(doing));
      }
      case FAIL ->
          throw new DeviceException(
              DeviceException.Code.FAILED,
              "%s reports a fault in its %s: setting fault=fail".formatted(device(), doing));
      case LOST -> {
        connected = false;
        throw away("broke the connection in its %s: setting fault=lost".formatted(doing));
      }
      case ERROR ->
          throw new LinkageError(
              "%s broke in its %s: setting fault=error".formatted(device(), doing));
    }
  }

  private DeviceException away(String what) {
    return new DeviceException(DeviceException.Code.AWAY, device() + " " + what);
  }

  private String device() {
    return "simulated device %s of site %s".formatted(context.deviceName(), context.site().code());
  }

  /** A call that runs. Used by the thread that began it. */
  final class Call implements AutoCloseable {
    private final String doing;
    private final TwinSky sky;
    private final boolean slowReadout;
    private final long startNanos = System.nanoTime();
    private boolean aborted;

    private Call(String doing, TwinSky sky, boolean slowReadout) {
      this.doing = doing;
      this.sky = sky;
      this.slowReadout = slowReadout;
    }

    TwinSky sky() {
      return sky;
    }

    /** Whether reading out takes long this time. */
    boolean slowReadout() {
      return slowReadout;
    }

    /** The stretch of real time from now in which {@code seconds} of simulated time pass. */
    Travel travel(double seconds) {
      return new Travel(System.nanoTime(), (long) (seconds / settings.timeScale() * 1e9));
    }

    /** The stretch of real time from the call's start in which a simulated time passes. */
    Travel sinceStart(Duration simulated) {
      double seconds = simulated.getSeconds() + simulated.getNano() * 1e-9;
      return new Travel(startNanos, (long) (seconds / settings.timeScale() * 1e9));
    }

    /**
     * Waits until {@code way} is over.
     *
     * @throws DeviceException ABORTED if aborted or interrupted, AWAY if closed, at once
     */
    void await(Travel way) throws DeviceException {
      long end = way.startNanos() + way.lengthNanos();
      lock.lock();
      try {
        check();
        long left = end - System.nanoTime();
        while (left > 0) {
          left = Math.min(changed.awaitNanos(left), end - System.nanoTime());
          check();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw interrupted(e);
      } finally {
        lock.unlock();
      }
    }

    /**
     * Goes on only if nobody wants the call to stop.
     *
     * @throws DeviceException ABORTED if aborted or interrupted, AWAY if closed
     */
    void check() throws DeviceException {
      lock.lock();
      try {
        if (closed) {
          throw away("was closed during its " + doing);
        }
        if (aborted) {
          throw new DeviceException(
              DeviceException.Code.ABORTED, "%s: %s aborted".formatted(device(), doing));
        }
        if (Thread.currentThread().isInterrupted()) {
          throw interrupted(new InterruptedException());
        }
      } finally {
        lock.unlock();
      }
    }

    private DeviceException interrupted(InterruptedException cause) {
      return new DeviceException(
          DeviceException.Code.ABORTED, "%s: %s interrupted".formatted(device(), doing), cause);
    }

    @Override
    public void close() {
      lock.lock();
      try {
        running = Optional.empty();
      } finally {
        lock.unlock();
      }
    }
  }
}
