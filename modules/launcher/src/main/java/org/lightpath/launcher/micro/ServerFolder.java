package org.lightpath.launcher.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.plugin.Folders;

/**
 * The folder {@code <data>/run}, made anew at every start: Payara Micro would deploy the
 * applications of an old one a second time. Nothing that must last lies in it.
 */
final class ServerFolder {

  private ServerFolder() {}

  /** Whether the log is for machines: one JSON object per line. */
  static boolean logsJson(StartOrder order) {
    return "production".equals(order.properties().get("lightpath.profile"));
  }

  /** Makes it, with Payara Micro's start-up files in it. */
  static Path make(StartOrder order) throws IOException {
    Path folder = order.data().resolve("run");
    Folders.delete(folder);
    Files.createDirectories(folder);
    Path transactions = order.data().resolve("transactions");
    Files.createDirectories(transactions);
    Path templates = new Installation(order.home()).serverConfig().resolve("micro");
    String commands =
        Files.readString(templates.resolve("preboot.asadmin"))
            .replace("@TRANSACTIONS@", transactions.toString());
    Files.writeString(folder.resolve("preboot.asadmin"), commands);
    String logging = Files.readString(templates.resolve("logging.properties"));
    if (logsJson(order)) {
      // Of two lines for one key the later one holds.
      logging += Files.readString(templates.resolve("logging-json.properties"));
    }
    Files.writeString(folder.resolve("logging.properties"), logging);
    return folder;
  }
}
