package org.lightpath.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.plugin.InstalledPlugin;
import org.lightpath.launcher.plugin.PluginStore;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;

/** The command {@code plugin}. */
final class PluginCommand {

  private static final String NEXT_START = "The hub sees the change at its next start.";

  private final List<String> words;
  private final PluginStore store;
  private final Path folder;
  private final Console console;

  PluginCommand(Arguments arguments, Installation installation, Console console)
      throws LaunchException, IOException {
    this.words = arguments.operands();
    this.folder = Start.of(arguments, installation).plugins();
    this.store = new PluginStore(folder, installation.bundledPlugins());
    this.console = console;
    Installation.require(installation.deviceSpi());
  }

  int run() throws LaunchException, IOException {
    switch (words.get(0)) {
      case "add" -> {
        InstalledPlugin added = store.add(Path.of(words.get(1)).toAbsolutePath().normalize());
        console.result("Installed " + added + " in " + folder + ". " + NEXT_START);
      }
      case "remove" -> {
        store.remove(words.get(1));
        console.result("Removed " + words.get(1) + ". " + NEXT_START);
      }
      default -> store.list().forEach(it -> console.result(it.toString()));
    }
    return 0;
  }
}
