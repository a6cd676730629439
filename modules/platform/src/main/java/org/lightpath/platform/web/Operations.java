package org.lightpath.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Profile;

/**
 * Which operations of the contract somebody may call: what {@link RoleFilter} would say of each.
 * The rules are those of the routes, the names those of the contract. Thread-safe.
 */
@ApplicationScoped
public class Operations {

  /** Stands for every place, as in {@code lightpath.security.machine.<name>.places}. */
  static final String EVERYWHERE = "*";

  /** {@code openapi/bundle} writes it: {@code GET /jobs/{ulid} getJob}, one line per operation. */
  private static final String INDEX = "/META-INF/operations.txt";

  private Map<String, RouteRule> rules = Map.of();

  /** For the CDI proxy. */
  protected Operations() {}

  /** The operations of the resources that the hub serves. */
  @Inject
  public Operations(BeanManager beans, Profile profile) {
    this(
        index(),
        RouteTable.of(
            beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))),
        profile.isDevelopment());
  }

  /** The operations in {@code index} that {@code routes} serve. */
  Operations(Stream<String> index, Map<String, Method> routes, boolean development) {
    SortedMap<String, RouteRule> byName = new TreeMap<>();
    index.forEach(
        line -> {
          String[] words = line.split(" ", 3);
          String servedAs = words[0].equals("HEAD") ? "GET" : words[0];
          Method method = routes.get(servedAs + " " + words[1]);
          if (method != null) { // the rest is the server's own: health and the contract
            byName.put(words[2], RouteRule.of(method, development));
          }
        });
    rules = byName;
  }

  private static Stream<String> index() {
    try (InputStream file = Operations.class.getResourceAsStream(INDEX)) {
      if (file == null) {
        throw new IllegalStateException("the WAR lacks " + INDEX);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + INDEX, e);
    }
  }

  /**
   * The operationIds that {@code caller} may call, by place. Those under {@link #EVERYWHERE} he may
   * call whatever place they are about; they are not repeated under the places that his grants
   * name.
   */
  SortedMap<String, List<String>> of(Caller caller) {
    SortedMap<String, List<String>> byPlace = new TreeMap<>();
    byPlace.put(EVERYWHERE, names(rule -> rule.admits(caller)));
    for (SiteCode place : caller.places()) {
      List<String> more = names(rule -> !rule.admits(caller) && rule.admitsAt(caller, place));
      if (!more.isEmpty()) {
        byPlace.put(place.value(), more);
      }
    }
    return byPlace;
  }

  private List<String> names(Predicate<RouteRule> fit) {
    return rules.entrySet().stream()
        .filter(entry -> fit.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
