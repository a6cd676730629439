package org.lightpath.launcher.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The plugins that come with Lightpath: put beside the others before the hub starts. */
public final class BundledPlugins {

  private BundledPlugins() {}

  /**
   * Copies each folder to {@code plugins/<its name>} unless the same files are there already.
   *
   * @param bundled the folders; one that is not there is left out
   */
  public static void install(List<Path> bundled, Path plugins) throws IOException {
    Files.createDirectories(plugins);
    for (Path folder : bundled) {
      Path place = plugins.resolve(folder.getFileName().toString());
      boolean same =
          Files.isDirectory(place) && Folders.digest(place).equals(Folders.digest(folder));
      if (Files.isDirectory(folder) && !same) {
        Path copy = staging(plugins).resolve(folder.getFileName().toString());
        Folders.delete(copy);
        Folders.copy(folder, copy);
        Folders.replace(place, copy);
      }
    }
    Folders.delete(staging(plugins));
  }

  /** Beside the plugins, so that a move into place stays in one file system. */
  static Path staging(Path plugins) {
    return plugins.resolveSibling("." + plugins.getFileName() + "-staging");
  }
}
