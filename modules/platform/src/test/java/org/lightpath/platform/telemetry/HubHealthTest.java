package org.lightpath.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HubHealthTest {

  /** A check of something that is well and counts how often it is asked. */
  private static final class Counted extends HubHealth {
    private int asked;

    Counted() {
      super("counted");
    }

    @Override
    protected void check(HealthCheckResponseBuilder answer) {
      asked++;
      answer.up();
    }
  }

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final Counted check = new Counted();

  @BeforeEach
  void provide() {
    HealthCheckResponse.setResponseProvider(Answer::new);
  }

  @AfterEach
  void putBack() {
    HealthCheckResponse.setResponseProvider(null);
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void asksWithinTheApplication() {
    Thread.currentThread().setContextClassLoader(HubHealth.class.getClassLoader());
    assertThat(check.call().getStatus()).isEqualTo(Status.UP);
    assertThat(check.asked).isEqualTo(1);
  }

  @Test
  void asksNobodyFromOutside() throws Exception {
    try (URLClassLoader server = new URLClassLoader(new URL[0], before)) {
      Thread.currentThread().setContextClassLoader(server);
      HealthCheckResponse answer = check.call();
      assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
      assertThat(answer.getData().orElseThrow())
          .containsEntry("reason", "the hub is being deployed");
    }
    assertThat(check.asked).isZero();
  }

  /** What a server keeps of an answer. */
  private static final class Answer extends HealthCheckResponseBuilder {
    private final Map<String, Object> data = new TreeMap<>();
    private String name;
    private Status status;

    @Override
    public HealthCheckResponseBuilder name(String given) {
      name = given;
      return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, String value) {
      data.put(key, value);
      return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, long value) {
      data.put(key, value);
      return this;
    }

    @Override
    public HealthCheckResponseBuilder withData(String key, boolean value) {
      data.put(key, value);
      return this;
    }

    @Override
    public HealthCheckResponseBuilder up() {
      return status(true);
    }

    @Override
    public HealthCheckResponseBuilder down() {
      return status(false);
    }

    @Override
    public HealthCheckResponseBuilder status(boolean up) {
      status = up ? Status.UP : Status.DOWN;
      return this;
    }

    @Override
    public HealthCheckResponse build() {
      return new HealthCheckResponse(name, status, Optional.of(data));
    }
  }
}
