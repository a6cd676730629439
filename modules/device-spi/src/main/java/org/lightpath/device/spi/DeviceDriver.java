package org.lightpath.device.spi;

/**
 * One device. Life cycle: {@link #connect}, any calls of its kind, {@link #close}; after a call has
 * failed with {@link DeviceException.Code#AWAY} the host calls {@link #connect} again.
 *
 * <p>The host makes one call at a time, each with a deadline, from a thread whose context class
 * loader is the plugin's. Three methods may come from another thread while a call runs: {@link
 * #abort}, {@link #close} and the read-outs whose javadoc says so. A call that passes its deadline
 * is interrupted; a driver should then give up as if aborted.
 */
public interface DeviceDriver extends AutoCloseable {

  /**
   * Opens the connection; blocks until the device answers. Calling it while connected does nothing.
   *
   * @throws DeviceException AWAY if the device cannot be reached; the message says what was tried
   */
  void connect() throws DeviceException;

  /**
   * Stops what the device is doing, as soon as it can; the running call then fails with {@link
   * DeviceException.Code#ABORTED}. Does nothing when idle. Returns without waiting for the device
   * to come to rest. May come from any thread.
   */
  void abort();

  /** Lets go of the device. Never fails, may be called twice, may come from any thread. */
  @Override
  void close();
}
