package org.lightpath.pipes.queue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.pipes.QueueName;

final class QueueAddressTest {

  @ParameterizedTest
  @CsvSource({
    "saf,p.saf",
    "A-z_9,p.A-z_9",
    "a.b,p.a%2Eb",
    "#,p.%23",
    "*,p.%2A",
    "%,p.%25",
    "é,p.%C3%A9"
  })
  void onlyPlainCharactersStandForThemselves(String name, String address) {
    assertThat(QueueAddress.of(new QueueName(name)).value()).isEqualTo(address);
    assertThat(new QueueAddress(address).name()).contains(new QueueName(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p.",
        "jobs.work",
        "p.a.b",
        "p.%2",
        "p.%zz",
        "p.%C3",
        "p.%61",
        "p.#",
        "activemq.management"
      })
  void whatNoQueueNameGivesIsNoPipeQueue(String address) {
    assertThat(new QueueAddress(address).name()).isEmpty();
  }

  @Test
  void theLongestNameFits() {
    QueueName name = new QueueName("\uD83D\uDE80".repeat(32));
    assertThat(new QueueAddress(QueueAddress.of(name).value()).name()).contains(name);
  }
}
