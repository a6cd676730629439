package org.lightpath.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts {@code openapi/lightpath.yaml} together from its parts: the head, {@code paths/} and {@code
 * schemas/} with one file per tag in the order of the tags, and the components that tags share. The
 * parts are joined as text, so what stands in them stands in the document word for word.
 *
 * <p>{@code openapi/bundle} runs this file alone, without a build: it needs the JDK only.
 */
final class ContractBundle {

  private static final String NOTE =
      "# Made from head.yaml, paths/, components.yaml and schemas/ by openapi/bundle: change those.\n";

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

  private void write() throws IOException {
    Files.writeString(file(), text());
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
