package org.lightpath.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;

/** Every route has a rule that can be kept, and everybody can read which ones are open. */
final class RulesTest {

  private static final ServedRoutes SERVED = new ServedRoutes();

  @Test
  void aRouteIsOpenInProductionOrHasRoles() {
    SERVED
        .methods()
        .forEach(
            (route, method) -> {
              Open open = method.getAnnotation(Open.class);
              boolean alwaysOpen = open != null && open.inProduction();
              Allowed allowed = method.getAnnotation(Allowed.class);
              assertEquals(allowed == null, alwaysOpen, route + ": one of the two");
              assertTrue(alwaysOpen || allowed.value().length > 0, route + ": no role at all");
            });
  }

  @Test
  void thePlaceOfARuleIsThere() {
    SERVED
        .methods()
        .forEach(
            (route, method) -> {
              Allowed allowed = method.getAnnotation(Allowed.class);
              if (allowed != null) {
                assertTrue(hasPlace(route, method, allowed), route + ": " + allowed.place());
              }
            });
  }

  private static boolean hasPlace(String route, Method method, Allowed allowed) {
    Set<String> parameters = SERVED.parametersOf(route);
    return switch (allowed.in()) {
      case ADDRESS ->
          Set.of("", Allowed.ANYWHERE).contains(allowed.place())
              || parameters.contains("path " + allowed.place())
              || parameters.contains("query " + allowed.place());
      case BODY ->
          !allowed.place().isEmpty()
              && Arrays.stream(method.getParameters())
                  .anyMatch(p -> p.getType() == JsonObject.class && p.getAnnotations().length == 0);
      case THING -> !allowed.place().isEmpty();
    };
  }

  @Test
  void openRoutesAreListedWithTheirReasons() throws IOException {
    Set<String> listed = new TreeSet<>();
    Path page = Path.of("../../docs/reference/open-routes.md");
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("| `")) {
        listed.add(line);
      }
    }
    Set<String> open = new TreeSet<>();
    SERVED
        .methods()
        .forEach(
            (route, method) -> {
              Open reason = method.getAnnotation(Open.class);
              if (reason != null) {
                open.add(
                    "| `%s` | %s | %s |"
                        .formatted(
                            route,
                            reason.inProduction() ? "always" : "in development",
                            reason.value()));
              }
            });
    assertEquals(String.join("\n", open), String.join("\n", listed));
  }
}
