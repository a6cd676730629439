package org.lightpath.device.host;

import java.math.BigDecimal;
import java.time.Duration;
import org.lightpath.device.spi.DeviceException;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/**
 * Says what drivers throw in the hub's words. The {@link DeviceException} stays the cause, for who
 * must tell ABORTED from BUSY.
 *
 * <table>
 * <caption>Codes</caption>
 * <tr><th>the driver</th><th>the caller sees</th></tr>
 * <tr><td>AWAY</td><td>UNAVAILABLE</td></tr>
 * <tr><td>OUT_OF_RANGE</td><td>INVALID_ARGUMENT</td></tr>
 * <tr><td>BUSY, ABORTED</td><td>CONFLICT</td></tr>
 * <tr><td>FAILED, any other exception or Error</td><td>UNAVAILABLE</td></tr>
 * <tr><td>came back late or not at all</td><td>TIMED_OUT</td></tr>
 * </table>
 */
final class DeviceFaults {

  private final String device;

  /** Faults of {@code device}, for example {@code saf/camera1}. */
  DeviceFaults(String device) {
    this.device = device;
  }

  LightpathException of(String action, Throwable cause) {
    if (cause instanceof LightpathException own) {
      return own;
    }
    if (cause instanceof DeviceException fault) {
      return new LightpathException(codeOf(fault), said(action, fault.getMessage()), fault);
    }
    return new LightpathException(
        ErrorCode.UNAVAILABLE, said(action, "the driver threw " + Refusal.said(cause)), cause);
  }

  LightpathException late(String action, Duration limit, Throwable cause) {
    return new LightpathException(
        ErrorCode.TIMED_OUT, said(action, "not done within %s".formatted(seconds(limit))), cause);
  }

  LightpathException hung(String action, String reason) {
    return new LightpathException(ErrorCode.TIMED_OUT, said(action, reason));
  }

  LightpathException away(DeviceStatus status) {
    String text =
        status.state() == DeviceState.CONNECTING
            ? "%s is not connected yet".formatted(device)
            : "%s is away: %s".formatted(device, status.reason());
    return new LightpathException(ErrorCode.UNAVAILABLE, text);
  }

  LightpathException busy(String action, String other, Duration waited) {
    return new LightpathException(
        ErrorCode.CONFLICT,
        said(action, "still busy with %s after waiting %s".formatted(other, seconds(waited))));
  }

  LightpathException crowded(String action, int limit) {
    return new LightpathException(
        ErrorCode.TOO_MANY, said(action, "%d calls wait for it already".formatted(limit)));
  }

  LightpathException interrupted(String action) {
    return new LightpathException(
        ErrorCode.UNAVAILABLE, said(action, "given up: the caller was told to stop"));
  }

  LightpathException stopping(String action) {
    return new LightpathException(ErrorCode.UNAVAILABLE, said(action, "the hub is stopping"));
  }

  /** {@code 12.5 s}. */
  static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
  }

  private static ErrorCode codeOf(DeviceException fault) {
    return switch (fault.code()) {
      case AWAY, FAILED -> ErrorCode.UNAVAILABLE;
      case OUT_OF_RANGE -> ErrorCode.INVALID_ARGUMENT;
      case BUSY, ABORTED -> ErrorCode.CONFLICT;
    };
  }

  private String said(String action, String text) {
    return "%s: %s: %s".formatted(device, action, text);
  }
}
