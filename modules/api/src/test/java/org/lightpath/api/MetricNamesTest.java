package org.lightpath.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lightpath.platform.telemetry.HubMetrics;
import org.lightpath.platform.telemetry.MetricFamily;
import org.lightpath.platform.telemetry.MetricSource;

/**
 * What the hub measures, what is documented, and what dashboard and alerts ask for are the same.
 */
final class MetricNamesTest {

  private static final Path ROOT = Path.of(System.getProperty("root.dir", "../.."));
  private static final Pattern SERVED = Pattern.compile("(?m)^# TYPE (\\S+) ");
  private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(\\w+_\\w+)` \\|");
  private static final Pattern USED = Pattern.compile("\\b(?:lightpath|jvm|process)_\\w+");
  private static final Pattern EXPRESSION = Pattern.compile("\"?expr\"?: (.*)");

  /** A source of the hub that measures 1 of everything. */
  private record Sample(MetricSource source) implements MetricSource {

    @Override
    public String part() {
      return source.part();
    }

    @Override
    public List<MetricFamily> families() {
      return source.families();
    }

    @Override
    public void measure(Readings readings) {
      families().forEach(f -> readings.set(f, 1, f.labels().toArray(String[]::new)));
    }
  }

  private static List<MetricSource> sources() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.lightpath")
            .stream()
            .filter(type -> type.isAssignableTo(MetricSource.class) && !type.isInterface())
            .map(JavaClass::reflect)
            .<MetricSource>map(type -> new Sample(made(type)))
            .toList();
  }

  /** By the constructor that CDI needs for its proxy; such a bean still knows what it measures. */
  private static MetricSource made(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return (MetricSource) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(type + " has no constructor without parameters", e);
    }
  }

  private static Set<String> served() {
    HubMetrics metrics = new HubMetrics(sources(), Runnable::run);
    metrics.meter("GET", "/jobs/{ulid}").count(200, 1);
    return found(SERVED, metrics.text());
  }

  private static Set<String> documented() throws IOException {
    return found(DOCUMENTED, Files.readString(ROOT.resolve("docs/reference/metrics.md")));
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.group(match.groupCount()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whatIsServedIsDocumentedAndWhatIsDocumentedIsServed() throws IOException {
    assertEquals(
        String.join("\n", served()),
        String.join("\n", documented()),
        "served (expected) and documented (actual) metrics differ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lightpath-dashboard.json", "lightpath-alerts.yaml"})
  void dashboardAndAlertsAskForWhatIsServed(String file) throws IOException {
    Set<String> served = served();
    String text = Files.readString(ROOT.resolve("server-config/monitoring").resolve(file));
    List<String> expressions = EXPRESSION.matcher(text).results().map(MatchResult::group).toList();
    assertFalse(expressions.isEmpty(), "no expression in " + file);
    for (String expression : expressions) {
      for (String name : found(USED, expression)) {
        assertTrue(
            served.contains(name) || served.contains(name.replaceFirst("_(bucket|sum|count)$", "")),
            () -> name + " is not served; asked for in " + expression);
      }
    }
  }

  @Test
  void everyNameTellsItsUnitAndWhetherItCounts() {
    for (MetricSource source : sources()) {
      for (MetricFamily family : source.families()) {
        assertTrue(family.name().matches("lightpath(_[a-z]+)+"), family.name());
        assertEquals(
            family.kind() == MetricFamily.Kind.COUNTER,
            family.name().endsWith("_total"),
            family.name());
      }
    }
  }
}
