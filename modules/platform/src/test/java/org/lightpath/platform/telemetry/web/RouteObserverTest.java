package org.lightpath.platform.telemetry.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

final class RouteObserverTest {

  @Path("{prefix: api|store}/things")
  private interface Things {
    @GET
    @Path("{ulid: [0-9A-Za-z]{26}}/{rest:.*}")
    void one();

    @POST
    void all();
  }

  @Test
  void namesARouteByItsTemplateWithoutFormats() throws NoSuchMethodException {
    Method one = Things.class.getDeclaredMethod("one");

    assertThat(RouteObserver.templateOf(one)).isEqualTo("/{prefix}/things/{ulid}/{rest}");
    assertThat(RouteObserver.verbOf(one)).isEqualTo("GET");
  }

  @Test
  void namesARouteThatIsItsClassAlone() throws NoSuchMethodException {
    Method all = Things.class.getDeclaredMethod("all");

    assertThat(RouteObserver.templateOf(all)).isEqualTo("/{prefix}/things");
    assertThat(RouteObserver.verbOf(all)).isEqualTo("POST");
  }
}
