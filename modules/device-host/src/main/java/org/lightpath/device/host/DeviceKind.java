package org.lightpath.device.host;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lightpath.device.spi.CameraProvider;
import org.lightpath.device.spi.DeviceProvider;
import org.lightpath.device.spi.FilterWheelProvider;
import org.lightpath.device.spi.FocuserProvider;
import org.lightpath.device.spi.MountProvider;

/** Every kind of device that a plugin can bring. */
public enum DeviceKind {
  /** Takes frames. */
  CAMERA("camera", CameraProvider.class),
  /** Moves the focal plane. */
  FOCUSER("focuser", FocuserProvider.class),
  /** Turns filters into the beam. */
  FILTER_WHEEL("filterWheel", FilterWheelProvider.class),
  /** Points the telescope. */
  MOUNT("mount", MountProvider.class);

  private static final Pattern LEADING_LETTERS = Pattern.compile("([A-Za-z_]+)[0-9]*");

  private final String label;
  private final Class<? extends DeviceProvider<?>> provider;

  DeviceKind(String label, Class<? extends DeviceProvider<?>> provider) {
    this.label = label;
    this.provider = provider;
  }

  /** Its name in configuration and on the wire, for example {@code filterWheel}. */
  public String label() {
    return label;
  }

  /** The SPI interface that a plugin lists in {@code META-INF/services}. */
  Class<? extends DeviceProvider<?>> provider() {
    return provider;
  }

  /** The kind of that {@link #label}, empty if there is none. */
  static Optional<DeviceKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /**
   * The kind that a device's name speaks of: its letters, without case and underscores, are a label
   * ({@code camera1}, {@code filter_wheel2}); empty if they are not.
   */
  static Optional<DeviceKind> ofDeviceName(String name) {
    Matcher matcher = LEADING_LETTERS.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String letters = matcher.group(1).replace("_", "");
    return Arrays.stream(values()).filter(kind -> kind.label.equalsIgnoreCase(letters)).findFirst();
  }

  /** All labels for a message: {@code camera, focuser, filterWheel, mount}. */
  static String labels() {
    return Arrays.stream(values()).map(DeviceKind::label).collect(Collectors.joining(", "));
  }
}
