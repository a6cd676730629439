package org.lightpath.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Program of a second process that holds a broker: directory, file to write when it runs. */
final class BrokerProcess {

  private BrokerProcess() {}

  public static void main(String[] args) throws Exception {
    EmbeddedBroker.start(Path.of(args[0]), Optional.empty());
    Files.writeString(Path.of(args[1]), "ready");
  }
}
