package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What a hub has to stand, one hub after the other in all of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HardshipIT {

  private static final int HOSTILE = 10_000;

  private MicroHub micro;

  @BeforeAll
  void start() throws IOException {
    micro = new MicroHub("hardship").start().awaitReady();
  }

  @AfterAll
  void stop() {
    micro.close();
  }

  private void assertTheMainJobRuns() {
    JsonObject job = Observer.at(micro.client()).gets("saf", "camera1", "0.1");
    assertThat(Observer.statusOf(job)).as(job.toString()).isEqualTo("COMPLETE");
  }

  @Test
  @Order(1)
  void tenThousandHostileRequestsMakeNoFaultAndReachNothing() throws Exception {
    try (HostileWave wave = new HostileWave(micro.client().base, micro.folder, micro.data)) {
      List<String> faults = wave.faultsOf(HOSTILE);
      assertThat(faults.stream().limit(20)).as("%d faults of %d", faults.size(), HOSTILE).isEmpty();
      assertThat(wave.escapes()).isEmpty();
      assertThat(wave.statuses()).as("some of every kind").hasSizeGreaterThan(20);
    }
    assertTheMainJobRuns();
  }
}
