package org.lightpath.platform.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The routes of resource classes, as their annotations describe them. */
public final class RouteTable {

  private static final Pattern WORDS = Pattern.compile("\\w+(\\|\\w+)+");

  private RouteTable() {}

  /**
   * The methods behind the routes, by HTTP method and path as the contract writes them: {@code GET
   * /jobs/{ulid}}.
   */
  public static SortedMap<String, Method> of(Stream<Class<?>> resources) {
    SortedMap<String, Method> methods = new TreeMap<>();
    resources.forEach(
        resource -> {
          for (Method method : resource.getDeclaredMethods()) {
            add(resource.getAnnotation(Path.class), method, methods);
          }
        });
    return methods;
  }

  private static void add(Path prefix, Method method, SortedMap<String, Method> methods) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        expand(pathOf(prefix, method))
            .forEach(path -> methods.put(verb.value() + " " + path, method));
      }
    }
  }

  private static String pathOf(Path prefix, Method method) {
    String path = "/" + prefix.value();
    if (method.isAnnotationPresent(Path.class)) {
      path += "/" + method.getAnnotation(Path.class).value();
    }
    return path.replaceAll("/{2,}", "/");
  }

  /** {@code {ulid: [0-9]{26}}} is {@code {ulid}}; {@code {prefix: api|store}} is two paths. */
  public static List<String> expand(String template) {
    int open = template.indexOf('{');
    if (open < 0) {
      return List.of(template);
    }
    int end = closing(template, open);
    String[] parts = template.substring(open + 1, end).split(":", 2);
    String format = parts.length > 1 ? parts[1].strip() : "";
    List<String> words =
        WORDS.matcher(format).matches()
            ? List.of(format.split("\\|", -1))
            : List.of("{" + parts[0].strip() + "}");
    List<String> paths = new ArrayList<>();
    for (String rest : expand(template.substring(end + 1))) {
      words.forEach(word -> paths.add(template.substring(0, open) + word + rest));
    }
    return paths;
  }

  private static int closing(String template, int open) {
    int depth = 0;
    for (int i = open; i < template.length(); i++) {
      if (template.charAt(i) == '{') {
        depth++;
      } else if (template.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("unclosed brace in " + template);
  }
}
