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
    Files.copy(templates.resolve("logging.properties"), folder.resolve("logging.properties"));
    return folder;
  }
}
