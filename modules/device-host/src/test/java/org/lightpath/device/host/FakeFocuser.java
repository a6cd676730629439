package org.lightpath.device.host;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.lightpath.device.spi.DeviceContext;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.device.spi.FocuserDriver;
import org.lightpath.device.spi.FocuserProvider;
import org.lightpath.device.spi.Setting;

/** Focuser driver {@code fake} whose hardware the test plays. */
final class FakeFocuser implements FocuserDriver {

  private final Hardware hardware;

  private FakeFocuser(Hardware hardware) {
    this.hardware = hardware;
  }

  /** Something that happens inside a driver call. */
  @FunctionalInterface
  interface Happening {
    void happen() throws DeviceException;
  }

  /** What stands behind every driver that the provider makes. */
  static final class Hardware {
    final AtomicInteger made = new AtomicInteger();
    final AtomicInteger connects = new AtomicInteger();
    final AtomicInteger closes = new AtomicInteger();
    final AtomicInteger inside = new AtomicInteger();
    final AtomicInteger mostInside = new AtomicInteger();
    volatile CountDownLatch aborted = new CountDownLatch(1);
    volatile int position;
    volatile ClassLoader loaderSeen;
    volatile Happening atConnect = () -> {};
    volatile Happening atMove = () -> {};
    volatile Happening atRead = () -> {};
    volatile Happening atAbort = () -> {};
    volatile Happening atClose = () -> {};

    /** Blocks until the test ends it, deaf to interrupts. */
    static void hang(CountDownLatch end) {
      boolean over = false;
      while (!over) {
        try {
          end.await();
          over = true;
        } catch (InterruptedException e) {
          // Deaf: that is what the test is about.
          over = false;
        }
      }
    }

    Provider provider() {
      return new Provider(this);
    }
  }

  static DeviceException away(String message) {
    return new DeviceException(DeviceException.Code.AWAY, message);
  }

  @Override
  public void connect() throws DeviceException {
    hardware.connects.incrementAndGet();
    hardware.atConnect.happen();
  }

  @Override
  public void abort() {
    hardware.aborted.countDown();
    try {
      hardware.atAbort.happen();
    } catch (DeviceException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    hardware.closes.incrementAndGet();
    try {
      hardware.atClose.happen();
    } catch (DeviceException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int minSteps() {
    return 0;
  }

  @Override
  public int maxSteps() {
    return 1000;
  }

  @Override
  public int positionSteps() throws DeviceException {
    hardware.atRead.happen();
    return hardware.position;
  }

  @Override
  public void moveTo(int steps) throws DeviceException {
    hardware.mostInside.accumulateAndGet(hardware.inside.incrementAndGet(), Math::max);
    hardware.loaderSeen = Thread.currentThread().getContextClassLoader();
    try {
      hardware.atMove.happen();
      hardware.position = steps;
    } finally {
      hardware.inside.decrementAndGet();
    }
  }

  @Override
  public OptionalDouble temperatureCelsius() {
    return OptionalDouble.of(8.5);
  }

  /** Makes drivers of one piece of hardware. */
  static final class Provider implements FocuserProvider {

    private final Hardware hardware;

    Provider(Hardware hardware) {
      this.hardware = hardware;
    }

    @Override
    public String id() {
      return "fake";
    }

    @Override
    public int spiVersion() {
      return 1;
    }

    @Override
    public List<Setting> settings() {
      return List.of(
          Setting.optional("speed", "10", "steps per second, from 1"),
          new Setting("password", false, "", true, "of the controller"));
    }

    @Override
    public FocuserDriver create(DeviceContext context) {
      if (Integer.parseInt(context.settings().get("speed")) < 1) {
        throw new IllegalArgumentException(
            "speed=%s is below 1 step/s, password %s"
                .formatted(context.settings().get("speed"), context.settings().get("password")));
      }
      hardware.made.incrementAndGet();
      return new FakeFocuser(hardware);
    }
  }
}
