package org.lightpath.device.host;

import java.net.URL;
import java.net.URLClassLoader;
import org.lightpath.device.spi.CameraProvider;

/**
 * Loads the classes of one plugin folder. A plugin sees the JDK, the SPI and its own jars; nothing
 * of the hub, of the server or of another plugin, and no foreign {@code META-INF/services}.
 */
final class PluginClassLoader extends URLClassLoader {

  PluginClassLoader(String plugin, URL[] jars) {
    super(plugin, jars, new SpiOnly());
  }

  /** The SPI's own loader would show the whole application, so this one lets only the SPI pass. */
  private static final class SpiOnly extends ClassLoader {

    private static final String SPI = CameraProvider.class.getPackageName() + ".";

    SpiOnly() {
      super("lightpath-spi", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(SPI)) {
        return CameraProvider.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
