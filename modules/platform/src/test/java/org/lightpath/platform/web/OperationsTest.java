package org.lightpath.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Grant;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;

final class OperationsTest {

  private static final String INDEX =
      """
      GET /health getHealth
      GET /a/greeting greet
      GET /b/greeting greetAgain
      GET /things/{id} getThing
      HEAD /things/{id} inspectThing
      POST /{site}/jobs requestJob
      POST /jobs requestJobInBody
      GET /mine getMine
      POST /everything changeEverything
      """;

  /** Routes with a rule of every kind. */
  @Path("/")
  private static final class Routes {

    @GET
    @Path("{prefix: a|b}/greeting")
    @Open(value = "because", inProduction = true)
    void greet() {}

    @GET
    @Path("things/{id: [0-9]{26}}")
    @Open("in development")
    @Allowed(value = Role.VIEWER, place = "the thing's", in = Allowed.In.THING)
    void thing() {}

    @POST
    @Path("{site}/jobs")
    @Allowed(
        value = {Role.OBSERVER, Role.OPERATOR},
        place = "site")
    void job() {}

    @POST
    @Path("jobs")
    @Allowed(value = Role.OBSERVER, place = "site", in = Allowed.In.BODY)
    void jobInBody() {}

    @GET
    @Path("mine")
    @Allowed(value = Role.VIEWER, place = Allowed.ANYWHERE)
    void mine() {}

    @POST
    @Path("everything")
    @Allowed(Role.OPERATOR)
    void everything() {}
  }

  @Test
  void ofNobodyAreTheOpenOnes() {
    assertThat(production(Caller.ANONYMOUS)).isEqualTo(Map.of("*", List.of("greet", "greetAgain")));
    assertThat(development(Caller.ANONYMOUS))
        .isEqualTo(Map.of("*", List.of("getThing", "greet", "greetAgain", "inspectThing")));
  }

  @Test
  void ofSomebodyWithARoleAtOnePlaceStandUnderThatPlace() {
    assertThat(production(caller("observer@saf,viewer@mrc")))
        .containsExactly(
            Map.entry("*", List.of("getMine", "greet", "greetAgain")),
            Map.entry("mrc", List.of("getThing", "inspectThing")),
            Map.entry(
                "saf", List.of("getThing", "inspectThing", "requestJob", "requestJobInBody")));
  }

  @Test
  void areNotRepeatedForAPlaceWhereTheyAreAllowedAnyway() {
    assertThat(production(caller("observer,viewer@saf,operator@mrc")))
        .isEqualTo(
            Map.of(
                "*",
                List.of(
                    "getMine",
                    "getThing",
                    "greet",
                    "greetAgain",
                    "inspectThing",
                    "requestJob",
                    "requestJobInBody")));
  }

  @Test
  void ofAnAdminAreAllUnderTheStarAlone() {
    assertThat(production(caller("admin,observer@saf")))
        .containsOnlyKeys("*")
        .extractingByKey("*")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(8);
  }

  private static Map<String, List<String>> production(Caller caller) {
    return operations(false).of(caller);
  }

  private static Map<String, List<String>> development(Caller caller) {
    return operations(true).of(caller);
  }

  private static Operations operations(boolean development) {
    return new Operations(INDEX.lines(), RouteTable.of(Stream.of(Routes.class)), development);
  }

  private static Caller caller(String grants) {
    return new Caller("wren", "Wren", Grant.parseAll(grants));
  }
}
