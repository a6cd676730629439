package org.lightpath.launcher.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lightpath.launcher.config.Configuration;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.plugin.InstalledPlugin;
import org.lightpath.launcher.plugin.PluginStore;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.platform.config.KeyTable;

/** The command {@code doctor}: looks at everything a start needs. */
public final class Doctor {

  private final Installation installation;
  private final Path data;
  private final Path config;
  private final int port;
  private final Console console;
  private boolean healthy = true;

  private Doctor(Installation installation, Path data, Path config, int port, Console console) {
    this.installation = installation;
    this.data = data;
    this.config = config;
    this.port = port;
    this.console = console;
  }

  /** A doctor for the directories and the port that are named on the command line. */
  public static Doctor of(Arguments arguments, Installation installation, Console console) {
    Path config =
        arguments
            .option("config")
            .map(Path::of)
            .orElse(installation.serverConfig().resolve("development"))
            .toAbsolutePath()
            .normalize();
    return new Doctor(installation, arguments.data(), config, arguments.port(), console);
  }

  /** Looks and reports; gives 0 if nothing is wrong, else 1. */
  public int run() throws IOException {
    report("Java", MachineChecks.java(Runtime.version()));
    report("Build", MachineChecks.build(installation));
    report("Port", MachineChecks.port(port, data));
    report("Data", MachineChecks.data(data));
    List<InstalledPlugin> plugins = new ArrayList<>();
    report("Plugins", pluginFindings(plugins));
    report("Configuration", configurationFindings(plugins));
    console.result(healthy ? "Nothing is wrong." : "Something is wrong: see the lines with '!'.");
    return healthy ? 0 : 1;
  }

  private List<Finding> pluginFindings(List<InstalledPlugin> found) throws IOException {
    PluginStore store = new PluginStore(data.resolve("plugins"), installation.bundledPlugins());
    List<Finding> findings = new ArrayList<>();
    for (Path folder : store.folders()) {
      try {
        InstalledPlugin plugin = store.read(folder);
        found.add(plugin);
        findings.add(Finding.good(plugin + ", in " + folder));
      } catch (LaunchException e) {
        findings.add(
            Finding.bad(e.getMessage(), e.remedy().orElse("Remove or replace that folder.")));
      }
    }
    if (findings.isEmpty()) {
      findings.add(Finding.good("none"));
    }
    return findings;
  }

  private List<Finding> configurationFindings(List<InstalledPlugin> plugins) throws IOException {
    KeyTable table = KeyTable.builtIn();
    try {
      Configuration configuration = Configuration.read(config, System.getenv(), table);
      return new ConfigurationChecks(configuration, table, plugins).findings();
    } catch (LaunchException e) {
      return List.of(Finding.bad(e.getMessage(), e.remedy().orElse("Correct that file.")));
    }
  }

  private void report(String subject, List<Finding> findings) {
    console.result(subject);
    for (Finding finding : findings) {
      console.result((finding.isGood() ? "    " : "  ! ") + finding.text());
      if (!finding.isGood()) {
        console.result("      -> " + finding.remedy());
        healthy = false;
      }
    }
  }
}
