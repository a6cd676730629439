package org.lightpath.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folder below which the hub keeps everything: {@code lightpath.data.dir}. Thread-safe. */
@ApplicationScoped
public class DataFolder {

  private Path root = Path.of("/");

  /** For the CDI proxy. */
  protected DataFolder() {}

  /** Refuses a relative path: where it would lead depends on the server. */
  @Inject
  public DataFolder(@ConfigProperty(name = "lightpath.data.dir") String root) {
    this.root = Path.of(root);
    if (!this.root.isAbsolute()) {
      throw new IllegalArgumentException("lightpath.data.dir=%s is not absolute".formatted(root));
    }
  }

  /** A folder below it, made if absent. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + root.resolve(name), e);
    }
  }
}
