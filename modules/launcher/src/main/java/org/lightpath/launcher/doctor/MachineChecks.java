package org.lightpath.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lightpath.launcher.config.Installation;
import org.lightpath.launcher.lock.DataLock;
import org.lightpath.launcher.process.PortOwner;

/** Checks of what the machine offers. */
final class MachineChecks {

  private static final int OLDEST_JAVA = 17;

  /** Below this an evening's images and the database's journal no longer fit side by side. */
  private static final long LEAST_FREE_BYTES = 2L << 30;

  private MachineChecks() {}

  static List<Finding> java(Runtime.Version version) {
    String text = "version " + version + " at " + System.getProperty("java.home");
    return List.of(
        version.feature() >= OLDEST_JAVA
            ? Finding.good(text)
            : Finding.bad(text, "Install a JDK 17 or newer and set JAVA_HOME."));
  }

  static List<Finding> build(Installation installation) {
    List<Finding> findings = new ArrayList<>();
    for (Path part : List.of(installation.war(), installation.rar(), installation.payaraMicro())) {
      findings.add(
          Files.exists(part)
              ? Finding.good(part.toString())
              : Finding.bad(
                  part + " is missing", "Run ./lightpath up: it builds what is missing."));
    }
    return findings;
  }

  static List<Finding> port(int port, Path data) throws IOException {
    if (PortOwner.isFree(port)) {
      return List.of(Finding.good(port + " is free"));
    }
    Optional<PortOwner> owner = PortOwner.of(port);
    Optional<DataLock.Holder> hub = DataLock.holder(data);
    boolean ours =
        owner.isPresent() && hub.isPresent() && hub.get().pid().orElse(-1) == owner.get().pid();
    String text =
        port + " is in use by " + owner.map(Object::toString).orElse("a process that is not shown");
    return List.of(
        ours
            ? Finding.good(text + ", the hub of this data directory")
            : Finding.bad(text, "Stop it, or start with --port N."));
  }

  static List<Finding> data(Path data) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Optional<DataLock.Holder> holder = DataLock.holder(data);
    holder.ifPresentOrElse(
        it -> findings.add(Finding.good(data + " is in use by " + it)),
        () -> findings.add(Finding.good(data + " is not in use")));
    Path there = data;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isWritable(there)) {
      findings.add(
          Finding.bad(there + " cannot be written", "Choose another directory with --data DIR."));
    }
    long free = Files.getFileStore(there).getUsableSpace();
    String text = "%.1f GiB free".formatted(free / (double) (1L << 30));
    findings.add(
        free >= LEAST_FREE_BYTES
            ? Finding.good(text)
            : Finding.bad(
                text + ", at least %d GiB are wanted".formatted(LEAST_FREE_BYTES >> 30),
                "Make room, or choose another directory with --data DIR."));
    return findings;
  }
}
