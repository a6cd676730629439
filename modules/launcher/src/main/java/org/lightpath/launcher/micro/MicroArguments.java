package org.lightpath.launcher.micro;

import java.nio.file.Path;
import org.lightpath.launcher.config.Installation;

/** The command line of Payara Micro. */
final class MicroArguments {

  private MicroArguments() {}

  static String[] of(StartOrder order, Path folder) {
    Installation installation = new Installation(order.home());
    return new String[] {
      "--nohazelcast",
      "--disablephonehome",
      "--rootdir",
      folder.resolve("micro").toString(),
      "--port",
      Integer.toString(order.port()),
      "--prebootcommandfile",
      folder.resolve("preboot.asadmin").toString(),
      "--logproperties",
      folder.resolve("logging.properties").toString(),
      "--contextroot",
      "/",
      // The adapter first: the application's queues and listeners need it.
      "--deploy",
      installation.rar().toString(),
      "--deploy",
      installation.war().toString()
    };
  }
}
