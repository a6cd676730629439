package org.lightpath.platform.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive unless threads wait for each other for ever: nothing but a new process helps then. */
@Liveness
@ApplicationScoped
public class ThreadsHealth implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    var threads = ManagementFactory.getThreadMXBean();
    long[] stuck = threads.findDeadlockedThreads();
    var answer = HealthCheckResponse.named("threads").status(stuck == null);
    if (stuck != null) {
      String names =
          Arrays.stream(threads.getThreadInfo(stuck))
              .map(ThreadInfo::getThreadName)
              .collect(Collectors.joining(", "));
      answer.withData("reason", "these wait for each other: " + names);
    }
    return answer.build();
  }
}
