package org.lightpath.launcher;

import java.io.IOException;
import java.util.List;
import org.lightpath.launcher.hub.UserAdmin;
import org.lightpath.launcher.terminal.Arguments;
import org.lightpath.launcher.terminal.Console;
import org.lightpath.launcher.terminal.LaunchException;
import org.lightpath.launcher.terminal.PasswordPrompt;

/** The command {@code user}: changes the users of the hub that runs on the data directory. */
final class UserCommand {

  private final Arguments arguments;
  private final Console console;

  UserCommand(Arguments arguments, Console console) {
    this.arguments = arguments;
    this.console = console;
  }

  int run() throws LaunchException, IOException, InterruptedException {
    String word = arguments.operands().get(0);
    if (word.equals("add") && arguments.option("role").isEmpty()) {
      throw new LaunchException(
          "A user needs a role.", "Add --role observer@saf, or another role and place.");
    }
    AdminAccess access = new AdminAccess(arguments);
    // Asked before the token is signed: people type slowly.
    String password = List.of("add", "password").contains(word) ? PasswordPrompt.ask(name()) : "";
    UserAdmin users = new UserAdmin(access.begin());
    switch (word) {
      case "add" -> {
        users.add(name(), password, List.of(arguments.option("role").get().split(",")));
        console.result("Added " + name() + ".");
      }
      case "remove" -> {
        users.remove(name());
        console.result("Removed " + name() + "; every login has ended.");
      }
      case "password" -> {
        users.changePassword(name(), password);
        console.result("Changed the password of " + name() + "; every login has ended.");
      }
      default -> users.list().forEach(console::result);
    }
    return 0;
  }

  private String name() {
    return arguments.operands().get(1);
  }
}
