package org.lightpath.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed document is what its parts give, and the parts are where they belong. */
final class ContractBundleTest {

  private static final Path OPENAPI = Path.of("../../openapi");

  private static final Pattern TAGS = Pattern.compile("^    tags: \\[(.*)]$", Pattern.MULTILINE);

  @TempDir Path folder;

  @BeforeEach
  void smallContract() throws IOException {
    put("head.yaml", "openapi: 3.1.0\ntags:\n  - name: jobs\n  - name: images\n");
    put("components.yaml", "responses:\n  Gone: {}\n");
    put("paths/images.yaml", "/i:\n  get: {}\n");
    put("paths/jobs.yaml", "/j:\n\n  get: {}\n");
    put("schemas/jobs.yaml", "Job: {}\n");
    put("schemas/common.yaml", "Site: {}\n");
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theCommittedDocumentIsTheBundleOfItsParts() throws IOException {
    ContractBundle bundle = new ContractBundle(OPENAPI);
    assertEquals(
        bundle.text(),
        Files.readString(bundle.file()),
        "openapi/lightpath.yaml is not what its parts give. Run openapi/bundle and commit; what was"
            + " written into lightpath.yaml itself must go to paths/ and schemas/ before");
  }

  @Test
  void theCommittedIndexNamesTheOperationsOfTheDocument() throws IOException {
    ContractBundle bundle = new ContractBundle(OPENAPI);
    assertEquals(
        bundle.operations(), Files.readString(bundle.index()), "run openapi/bundle and commit");
    assertEquals(
        new ContractFile()
            .operations().entrySet().stream()
                .map(operation -> operation.getKey() + " " + operation.getValue().id())
                .sorted()
                .collect(Collectors.joining("\n")),
        bundle.operations().lines().sorted().collect(Collectors.joining("\n")));
  }

  @Test
  void everyOperationStandsInTheFileOfItsTag() throws IOException {
    try (var files = Files.list(OPENAPI.resolve("paths"))) {
      for (Path file : files.toList()) {
        String tag = file.getFileName().toString().replace(".yaml", "");
        TAGS.matcher(Files.readString(file))
            .results()
            .forEach(tags -> assertEquals(tag, tags.group(1), "a tag in " + file));
      }
    }
  }

  @Test
  void partsFollowTheOrderOfTheTagsAndKeepTheirText() throws IOException {
    assertEquals(
        """
        openapi: 3.1.0
        tags:
          - name: jobs
          - name: images
        paths:
          /j:

            get: {}
          /i:
            get: {}
        components:
          responses:
            Gone: {}
          schemas:
            Site: {}
            Job: {}
        """,
        new ContractBundle(folder).text().replaceFirst("#.*\n", ""));
  }

  @Test
  void aFileWithoutItsTagIsRefusedByName() throws IOException {
    put("schemas/jbos.yaml", "Job: {}\n");
    ContractBundle bundle = new ContractBundle(folder);
    var refused = assertThrows(IllegalArgumentException.class, bundle::text);
    assertTrue(refused.getMessage().contains("[jbos.yaml]"), refused.getMessage());
  }
}
