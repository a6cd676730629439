package org.lightpath.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The routes of every resource class on the class path, as their annotations describe them. */
final class ServedRoutes {

  private static final Pattern WORDS = Pattern.compile("\\w+(\\|\\w+)+");
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final Map<String, Method> methods = new TreeMap<>();

  ServedRoutes() {
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lightpath")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .forEach(this::addAll);
  }

  /** The methods by HTTP method and path: {@code GET /jobs/{ulid}}. */
  Map<String, Method> methods() {
    return methods;
  }

  /** The method behind that route; fails if there is none. */
  Method method(String route) {
    if (!methods.containsKey(route)) {
      throw new AssertionError("not served: " + route);
    }
    return methods.get(route);
  }

  /** Where and under which name that route takes values: {@code path ulid}, {@code query limit}. */
  Set<String> parametersOf(String route) {
    Set<String> parameters = new TreeSet<>();
    Matcher names = NAME.matcher(route);
    while (names.find()) {
      parameters.add("path " + names.group(1));
    }
    for (Parameter parameter : method(route).getParameters()) {
      if (parameter.isAnnotationPresent(QueryParam.class)) {
        parameters.add("query " + parameter.getAnnotation(QueryParam.class).value());
      }
      if (parameter.isAnnotationPresent(HeaderParam.class)) {
        parameters.add("header " + parameter.getAnnotation(HeaderParam.class).value());
      }
      if (parameter.getType() == Request.class) {
        parameters.add("header If-None-Match"); // what a resource asks a request for
      }
    }
    return parameters;
  }

  private void addAll(Class<?> resource) {
    for (Method method : resource.getDeclaredMethods()) {
      for (Annotation annotation : method.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          String template = pathOf(resource.getAnnotation(Path.class), method);
          expand(template).forEach(path -> methods.put(verb.value() + " " + path, method));
        }
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
  static List<String> expand(String template) {
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
    throw new AssertionError("unclosed brace in " + template);
  }
}
