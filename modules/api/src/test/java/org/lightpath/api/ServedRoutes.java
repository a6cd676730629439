package org.lightpath.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Request;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lightpath.platform.web.Idempotent;
import org.lightpath.platform.web.RouteTable;
import org.lightpath.platform.web.Tagged;

/** The routes of every resource class on the class path, as their annotations describe them. */
final class ServedRoutes {

  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private final Map<String, Method> methods;

  ServedRoutes() {
    methods =
        RouteTable.of(
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.lightpath")
                    .stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .<Class<?>>map(JavaClass::reflect));
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
    if (method(route).isAnnotationPresent(Idempotent.class)) {
      parameters.add("header Idempotency-Key");
    }
    if (method(route).isAnnotationPresent(Tagged.class)) {
      parameters.add("header If-None-Match");
    }
    return parameters;
  }
}
