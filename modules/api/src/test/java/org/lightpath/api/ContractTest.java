package org.lightpath.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.web.Idempotent;
import org.lightpath.platform.web.RouteTable;
import org.lightpath.platform.web.Tagged;

/** The contract says what the code serves: no route more, none less, and the same locks. */
final class ContractTest {

  /** The server answers the health routes and a filter the contract and its page. */
  private static final Set<String> WITHOUT_RESOURCE =
      Set.of(
          "GET /health",
          "GET /health/live",
          "GET /health/ready",
          "GET /health/started",
          "GET /openapi",
          "GET /docs",
          "GET /docs/{file}");

  private static final Map<String, ContractFile.Operation> DOCUMENTED =
      new ContractFile().operations();

  private static final ServedRoutes SERVED = new ServedRoutes();

  /** JAX-RS answers HEAD wherever it answers GET. */
  private static String servedAs(String route) {
    return route.startsWith("HEAD ") ? "GET " + route.substring("HEAD ".length()) : route;
  }

  private static Map<String, ContractFile.Operation> documentedResources() {
    Map<String, ContractFile.Operation> operations = new TreeMap<>(DOCUMENTED);
    operations.keySet().removeAll(WITHOUT_RESOURCE);
    return operations;
  }

  @Test
  void everyRouteIsDocumentedAndEveryDocumentedRouteIsServed() {
    Set<String> documented =
        documentedResources().keySet().stream()
            .map(ContractTest::servedAs)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        String.join("\n", SERVED.methods().keySet()),
        String.join("\n", documented),
        "served (expected) and documented (actual) routes differ");
    assertTrue(DOCUMENTED.keySet().containsAll(WITHOUT_RESOURCE), "health and /openapi");
  }

  @Test
  void rulesAreThoseOfTheCode() {
    documentedResources()
        .forEach(
            (route, operation) -> {
              Allowed allowed = methodOf(route).getAnnotation(Allowed.class);
              Set<String> roles =
                  allowed == null
                      ? Set.of()
                      : Arrays.stream(allowed.value())
                          .map(Role::wireName)
                          .collect(Collectors.toCollection(TreeSet::new));
              assertEquals(roles, operation.roles(), route);
              assertEquals(roles, operation.keyRoles(), route);
              assertEquals(placeOf(allowed), operation.place(), route);
            });
  }

  private static String placeOf(Allowed allowed) {
    return allowed == null || allowed.place().isEmpty()
        ? ""
        : allowed.in().name().toLowerCase(Locale.ROOT) + " " + allowed.place();
  }

  @Test
  void openRoutesDemandNoToken() {
    documentedResources()
        .forEach(
            (route, operation) ->
                assertEquals(
                    methodOf(route).isAnnotationPresent(Open.class), operation.open(), route));
    WITHOUT_RESOURCE.forEach(route -> assertTrue(DOCUMENTED.get(route).open(), route));
  }

  @Test
  void parametersAreThoseThatTheCodeReads() {
    documentedResources()
        .forEach(
            (route, operation) ->
                assertEquals(SERVED.parametersOf(servedAs(route)), operation.parameters(), route));
  }

  /** What the filters around every route answer, the contract says of every route. */
  @Test
  void statusesOfTheFiltersAreDocumented() {
    documentedResources()
        .forEach(
            (route, operation) -> {
              Method method = methodOf(route);
              Set<String> statuses = new TreeSet<>(Set.of("429"));
              if (operation.takesBody()) {
                statuses.addAll(Set.of("408", "413", "415"));
              }
              if (method.isAnnotationPresent(Idempotent.class)) {
                statuses.addAll(Set.of("409", "422"));
              }
              if (method.isAnnotationPresent(Tagged.class)) {
                statuses.add("304");
              }
              statuses.removeAll(operation.statuses());
              assertEquals(Set.of(), statuses, route + " does not document them");
            });
  }

  @Test
  void operationIdsAreWordsAndUnique() {
    Set<String> seen = new HashSet<>();
    DOCUMENTED.forEach(
        (route, operation) -> {
          assertTrue(operation.id().matches("[a-z]+([A-Z][a-z]+)+"), route + ": " + operation.id());
          assertTrue(seen.add(operation.id()), "twice: " + operation.id());
        });
  }

  @Test
  void pathTemplatesLoseTheirFormatsAndSplitAtWords() {
    assertEquals(List.of("/jobs/{ulid}"), RouteTable.expand("/jobs/{ulid: [0-9A-Z]{26}}"));
    assertEquals(
        List.of("/api/token", "/store/token"), RouteTable.expand("/{prefix: api|store}/token"));
  }

  private static Method methodOf(String route) {
    return SERVED.method(servedAs(route));
  }

  @Test
  void everyFirstWordUnderApiIsReservedAsSiteCode() {
    Set<String> words =
        DOCUMENTED.keySet().stream()
            .map(route -> route.substring(route.indexOf(' ') + 1).split("/"))
            .filter(path -> path.length > 2 && path[1].equals("api") && !path[2].startsWith("{"))
            .map(path -> path[2])
            .collect(Collectors.toCollection(TreeSet::new));
    words.add("all");
    assertEquals(words, new TreeSet<>(SiteCode.RESERVED));
  }
}
