package org.lightpath.device.host;

/** A device as jobs and rpc use it. Thread-safe; every method may block as it says. */
public abstract sealed class DrivenDevice permits Camera, Focuser, FilterWheel, Mount {

  DrivenDevice() {}

  /** The device behind it. */
  abstract Device<?, ?, ?> device();

  /** What is known of it, without asking it. */
  public DeviceView view() {
    return device().view();
  }

  /**
   * Stops what it does; the running call fails with CONFLICT (cause: ABORTED). Never waits behind a
   * call.
   *
   * @throws org.lightpath.platform.LightpathException UNAVAILABLE if it is away; TIMED_OUT if its
   *     driver takes no note within 2 s
   */
  public void abort() {
    device().abort();
  }
}
