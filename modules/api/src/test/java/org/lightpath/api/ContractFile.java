package org.lightpath.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The contract as it ships in the WAR, reduced to what annotations can say too. */
final class ContractFile {

  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete", "options");

  /** Open, or for who has a session: then its route asks for the cookie itself. */
  private static final Set<Map<?, ?>> NO_ROLE = Set.of(Map.of(), Map.of("cookie", List.of()));

  /**
   * One documented operation.
   *
   * @param id its operationId
   * @param roles who may call it by bearer token; empty if it is open always
   * @param open whether it is open, always or in development
   * @param keyRoles who may call it by API key
   * @param place where the place of its rule stands: {@code path site}; empty: nowhere
   * @param parameters where and under which name: {@code path ulid}, {@code header Range}
   * @param takesBody whether a request has a body
   * @param statuses every status that it can answer
   */
  record Operation(
      String id,
      Set<String> roles,
      Set<String> keyRoles,
      boolean open,
      String place,
      Set<String> parameters,
      boolean takesBody,
      Set<String> statuses) {}

  private final Map<?, ?> document;
  private final Map<String, Operation> operations = new TreeMap<>();

  ContractFile() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (InputStream file = ContractFile.class.getResourceAsStream("/META-INF/lightpath.yaml")) {
      document = new Yaml(new SafeConstructor(options)).load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    map(document, "paths").forEach((path, item) -> addAll((String) path, (Map<?, ?>) item));
  }

  /** The operations by method and path: {@code GET /jobs/{ulid}}. */
  Map<String, Operation> operations() {
    return operations;
  }

  private void addAll(String path, Map<?, ?> item) {
    item.forEach(
        (key, value) -> {
          if (METHODS.contains(key)) {
            String route = key.toString().toUpperCase(Locale.ROOT) + " " + path;
            operations.put(route, operation(item, (Map<?, ?>) value));
          }
        });
  }

  private Operation operation(Map<?, ?> item, Map<?, ?> operation) {
    Set<String> parameters = new TreeSet<>();
    for (Map<?, ?> holder : List.of(item, operation)) {
      for (Object parameter : list(holder, "parameters")) {
        Map<?, ?> resolved = resolve((Map<?, ?>) parameter);
        parameters.add(resolved.get("in") + " " + resolved.get("name"));
      }
    }
    Map<?, ?> holder = operation.containsKey("security") ? operation : document;
    List<?> security = list(holder, "security");
    boolean open = security.stream().allMatch(one -> NO_ROLE.contains(one));
    return new Operation(
        String.valueOf(operation.get("operationId")),
        roles(security, "bearer"),
        roles(security, "apiKey"),
        open || security.contains(Map.of()),
        operation.containsKey("x-place") ? String.valueOf(operation.get("x-place")) : "",
        parameters,
        operation.containsKey("requestBody"),
        map(operation, "responses").keySet().stream()
            .map(String::valueOf)
            .collect(Collectors.toSet()));
  }

  private static Set<String> roles(List<?> security, String scheme) {
    return security.stream()
        .flatMap(one -> list((Map<?, ?>) one, scheme).stream())
        .map(String::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<?, ?> resolve(Map<?, ?> node) {
    if (!(node.get("$ref") instanceof String ref)) {
      return node;
    }
    Map<?, ?> target = document;
    for (String step : ref.substring("#/".length()).split("/", -1)) {
      target = map(target, step);
    }
    return target;
  }

  private static Map<?, ?> map(Map<?, ?> holder, String key) {
    if (holder.get(key) instanceof Map<?, ?> found) {
      return found;
    }
    throw new AssertionError("the contract has no object '%s' here".formatted(key));
  }

  private static List<?> list(Map<?, ?> holder, String key) {
    return holder.get(key) instanceof List<?> found ? found : new ArrayList<>();
  }
}
