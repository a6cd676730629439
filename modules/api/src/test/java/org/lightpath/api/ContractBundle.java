package org.lightpath.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts {@code openapi/lightpath.yaml} together from its parts: the head, {@code paths/} and {@code
 * schemas/} with one file per tag in the order of the tags, and the components that tags share. The
 * parts are joined as text, so what stands in them stands in the document word for word. Beside it
 * goes {@code operations.txt}, by which the hub knows the names of its routes.
 *
 * <p>{@code openapi/bundle} runs this file alone, without a build: it needs the JDK only.
 */
final class ContractBundle {

  private static final String NOTE =
      "# Made from head.yaml, paths/, components.yaml and schemas/ by openapi/bundle: change those.\n";

  /** An operation: its path, its method and its id, where the document has them. */
  private static final Pattern OPERATION =
      Pattern.compile("^  (?:(/.*):|  ([a-z]+):|    operationId: (\\w+))$", Pattern.MULTILINE);

  private static final Pattern TAG = Pattern.compile("^  - name: (\\w+)$", Pattern.MULTILINE);

  /** File of the schemas that several tags share; it has no paths. */
  private static final String COMMON = "common";

  private final Path folder;

  /** The bundle of that folder's parts. */
  ContractBundle(Path folder) {
    this.folder = folder;
  }

  /** Writes the bundle of the folder that is given. */
  public static void main(String[] arguments) throws IOException {
    new ContractBundle(Path.of(arguments[0])).write();
  }

  /** The committed document. */
  Path file() {
    return folder.resolve("lightpath.yaml");
  }

  /** The committed index of its operations. */
  Path index() {
    return folder.resolve("operations.txt");
  }

  private void write() throws IOException {
    Files.writeString(file(), text());
    Files.writeString(index(), operations());
  }

  /** The operations of the document, one per line: {@code GET /jobs/{ulid} getJob}. */
  String operations() throws IOException {
    StringBuilder lines = new StringBuilder();
    String path = "";
    String method = "";
    for (MatchResult found : OPERATION.matcher(text()).results().toList()) {
      if (found.group(1) != null) {
        path = found.group(1);
      } else if (found.group(2) != null) {
        method = found.group(2).toUpperCase(Locale.ROOT);
      } else {
        lines.append("%s %s %s%n".formatted(method, path, found.group(3)));
      }
    }
    return lines.toString();
  }

  /**
   * The document as its parts give it.
   *
   * @throws IllegalArgumentException if a file of {@code paths/} or {@code schemas/} belongs to no
   *     tag of the head
   */
  String text() throws IOException {
    String head = Files.readString(folder.resolve("head.yaml"));
    List<String> tags = TAG.matcher(head).results().map(ContractBundle::name).toList();
    List<String> withCommon = Stream.concat(Stream.of(COMMON), tags.stream()).toList();
    return NOTE
        + head
        + "paths:\n"
        + joined("paths", tags, 2)
        + "components:\n"
        + indented(Files.readString(folder.resolve("components.yaml")), 2)
        + "  schemas:\n"
        + joined("schemas", withCommon, 4);
  }

  private static String name(MatchResult tag) {
    return tag.group(1);
  }

  private String joined(String kind, List<String> names, int indent) throws IOException {
    Set<String> files = new TreeSet<>();
    try (Stream<Path> entries = Files.list(folder.resolve(kind))) {
      entries.forEach(entry -> files.add(entry.getFileName().toString()));
    }
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      if (files.remove(name + ".yaml")) {
        text.append(
            indented(Files.readString(folder.resolve(kind).resolve(name + ".yaml")), indent));
      }
    }
    if (!files.isEmpty()) {
      throw new IllegalArgumentException(
          "openapi/%s holds %s; head.yaml has only the tags %s".formatted(kind, files, names));
    }
    return text.toString();
  }

  private static String indented(String text, int indent) {
    return text.lines()
        .map(line -> line.isEmpty() ? "\n" : " ".repeat(indent) + line + "\n")
        .collect(Collectors.joining());
  }
}
