package org.lightpath.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lightpath.device.host.PluginCatalog;
import org.lightpath.launcher.config.Configuration;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.plugin.Folders;
import org.lightpath.launcher.plugin.PluginStore;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.platform.LightpathException;
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

  /**
   * A doctor for the directories and the port that are named on the command line.
   *
   * @param config the configuration directory
   */
  public static Doctor of(
      Arguments arguments, Installation installation, Path config, Console console) {
    return new Doctor(installation, arguments.data(), config, arguments.port(), console);
  }

  /** Looks and reports; gives 0 if nothing is wrong, else 1. */
  public int run() throws IOException {
    report("Java", MachineChecks.java(Runtime.version()));
    report("Build", MachineChecks.build(installation));
    report("Port", MachineChecks.port(port, data));
    report("Data", MachineChecks.data(data));
    try {
      KeyTable table = KeyTable.builtIn();
      reportHub(Configuration.read(config, System.getenv(), table), table);
    } catch (LaunchException e) {
      report("Configuration", List.of(bad(e, "Correct that file.")));
    }
    console.result(healthy ? "Nothing is wrong." : "Something is wrong: see the lines with '!'.");
    return healthy ? 0 : 1;
  }

  /** What depends on settings: the plugins' folder, the settings themselves, sites and devices. */
  private void reportHub(Configuration configuration, KeyTable table) throws IOException {
    PluginStore store = new PluginStore(configuration.plugins(data), installation.bundledPlugins());
    List<Finding> plugins = pluginFindings(store);
    Path scratch = Files.createTempDirectory("lightpath-doctor");
    try (PluginCatalog drivers = PluginCatalog.load(store.folders())) {
      report("Plugins", plugins);
      report(
          "Configuration " + config,
          new ConfigurationChecks(configuration, table, new Drivers(drivers.plugins())).findings());
      report("Sites", new SiteChecks(table, scratch).findings(configuration.values(), drivers));
    } catch (LightpathException e) {
      plugins.add(Finding.bad(e.getMessage(), "Sites are looked at when that is corrected."));
      report("Plugins", plugins);
      report(
          "Configuration " + config,
          new ConfigurationChecks(configuration, table, new Drivers(List.of())).findings());
    } finally {
      Folders.delete(scratch);
    }
  }

  private static List<Finding> pluginFindings(PluginStore store) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (Path folder : store.folders()) {
      try {
        findings.add(Finding.good(store.read(folder) + ", in " + folder));
      } catch (LaunchException e) {
        findings.add(bad(e, "Remove or replace that folder."));
      }
    }
    if (findings.isEmpty()) {
      findings.add(Finding.good("none"));
    }
    return findings;
  }

  private static Finding bad(LaunchException fault, String remedy) {
    return Finding.bad(fault.getMessage(), fault.remedy().orElse(remedy));
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
