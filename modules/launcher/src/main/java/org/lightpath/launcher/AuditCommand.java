package org.lightpath.launcher;

import java.io.IOException;
import org.lightpath.launcher.hub.AuditTrail;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;

/** The command {@code audit verify}: 0 if the trail of the running hub is as it was written. */
final class AuditCommand {

  private final Arguments arguments;
  private final Console console;

  AuditCommand(Arguments arguments, Console console) {
    this.arguments = arguments;
    this.console = console;
  }

  int run() throws LaunchException, IOException, InterruptedException {
    AdminAccess access = new AdminAccess(arguments);
    AuditTrail.Check check = new AuditTrail(access::begin).verify();
    if (check.fault().isPresent()) {
      throw new LaunchException(
          check.fault().get(), "docs/reference/audit.md says what that can mean.");
    }
    console.result("The audit trail is as it was written: entries %s.".formatted(check.entries()));
    console.result("Keep this elsewhere: entry %d has hash %s".formatted(check.to(), check.hash()));
    return 0;
  }
}
