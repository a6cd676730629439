package org.lightpath.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.launcher.terminal.LaunchException;

final class PluginStoreTest {

  @TempDir Path folder;
  private Path plugins;
  private PluginStore store;

  @BeforeEach
  void emptyStore() throws IOException {
    plugins = folder.resolve("data/plugins");
    Files.createDirectories(plugins);
    store = new PluginStore(plugins, List.of());
  }

  @Test
  void addsListsAndRemoves() throws IOException, LaunchException {
    InstalledPlugin added = store.add(PluginZip.whole("echo").write(folder));
    assertThat(added.toString()).isEqualTo("echo 1.2 (SPI 1): filterWheel test-echo");
    assertThat(plugins.resolve("echo/plugin.properties")).exists();
    assertThat(plugins.resolve("echo/echo.jar")).exists();
    assertThat(store.list()).hasSize(1);
    store.remove("echo");
    assertThat(store.list()).isEmpty();
    assertThat(plugins).isEmptyDirectory();
  }

  @Test
  void takesAnArchiveWhoseOnlyFolderHoldsThePlugin() throws IOException, LaunchException {
    store.add(PluginZip.whole("echo").below("echo/").write(folder));
    assertThat(plugins.resolve("echo/plugin.properties")).exists();
  }

  @Test
  void anInstalledIdIsRefused() throws IOException, LaunchException {
    store.add(PluginZip.whole("echo").write(folder));
    refused(PluginZip.whole("echo"), "Plugin echo is already installed.");
  }

  @Test
  void aDriverThatAnotherPluginBringsIsRefused() throws IOException, LaunchException {
    store.add(PluginZip.whole("echo").write(folder));
    refused(
        PluginZip.whole("other"),
        "filterWheel driver 'test-echo' of plugin other is already brought by plugin echo.");
  }

  @Test
  void anotherSpiVersionIsRefused() throws IOException {
    refused(
        PluginZip.whole("echo").with("plugin.properties", "id=echo\nspi=2\n"),
        "Plugin echo is made for SPI version 2, this Lightpath has version 1.");
  }

  @Test
  void anArchiveWithoutDescriptionOrWithABadIdIsRefused() throws IOException {
    refused(PluginZip.empty().with("x.txt", "x"), "no readable plugin.properties");
    refused(
        PluginZip.whole("echo").with("plugin.properties", "id=../echo\nspi=1\n"),
        "id '../echo' is not");
    refused(PluginZip.whole("echo").with("plugin.properties", "id=echo\n"), "spi '' is no number");
  }

  @Test
  void aJarThatDiffersFromItsDigestIsRefused() throws IOException {
    String zeros = "0".repeat(64);
    refused(
        PluginZip.whole("echo")
            .with("plugin.properties", "id=echo\nspi=1\nsha256.echo.jar=" + zeros + "\n"),
        "it was changed or damaged");
    refused(
        PluginZip.whole("echo")
            .with("plugin.properties", "id=echo\nspi=1\nsha256.missing.jar=" + zeros + "\n"),
        "lists missing.jar, which is not there");
  }

  @Test
  void listedDigestsMustCoverEveryJar() throws IOException, LaunchException {
    PluginZip whole = PluginZip.whole("echo");
    String line = "sha256.echo.jar=" + whole.digestOf("echo.jar") + "\n";
    PluginZip listed = whole.with("plugin.properties", "id=echo\nspi=1\n" + line);
    store.add(listed.write(folder));
    store.remove("echo");
    refused(
        listed.with("more.jar", whole.content("echo.jar")), "lists digests, but none of more.jar");
  }

  @Test
  void entriesThatLeaveTheFolderAreRefused() throws IOException {
    for (String name : List.of("../evil.jar", "a/../../evil.jar", "/etc/evil", "a\\..\\evil")) {
      refused(PluginZip.whole("echo").with(name, "evil"), "would leave the plugin's folder");
    }
    assertThat(folder.resolve("data/evil.jar")).doesNotExist();
  }

  @Test
  void twoNamesThatDifferInCaseAloneAreRefused() throws IOException {
    refused(PluginZip.whole("echo").with("ECHO.JAR", "x"), "twice");
  }

  @Test
  void anArchiveThatUnpacksToTooMuchIsRefusedWhateverItDeclares() throws IOException {
    Path zip = PluginZip.empty().with("bomb", "0".repeat(100_000)).write(folder);
    Path staging = Files.createDirectories(folder.resolve("staging"));
    assertThat(Files.size(zip)).isLessThan(1000);
    assertThatThrownBy(() -> new PluginArchive(zip, 50_000).unpackInto(staging))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("more than 50000 bytes");
  }

  @Test
  void tooManyEntriesAreRefused() throws IOException {
    PluginZip zip = PluginZip.whole("echo");
    for (int i = 0; i < 2000; i++) {
      zip = zip.with("f" + i, "");
    }
    refused(zip, "at most 2000 are allowed");
  }

  @Test
  void whatIsNoZipOrNoPluginIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.zip"), "no zip");
    assertThatThrownBy(() -> store.add(text)).hasMessageContaining("cannot be read as a zip");
    assertThatThrownBy(() -> store.add(folder.resolve("none.zip")))
        .hasMessageContaining("There is no file");
    refused(PluginZip.whole("echo").with("echo.jar", "no jar"), "echo.jar is no jar");
    refused(PluginZip.whole("echo").without("echo.jar"), "brings no driver");
  }

  @Test
  void bundledPluginsAreCopiedWhenTheyDifferAndCannotBeRemoved()
      throws IOException, LaunchException {
    Path bundled = folder.resolve("bundled/echo");
    PluginZip.whole("echo").unpack(bundled);
    BundledPlugins.install(List.of(bundled), plugins);
    Path jar = plugins.resolve("echo/echo.jar");
    var copied = Files.getLastModifiedTime(jar);
    BundledPlugins.install(List.of(bundled), plugins);
    assertThat(Files.getLastModifiedTime(jar)).isEqualTo(copied);
    Files.writeString(jar, "damaged");
    BundledPlugins.install(List.of(bundled), plugins);
    assertThat(jar).hasSameBinaryContentAs(bundled.resolve("echo.jar"));
    PluginStore withBundled = new PluginStore(plugins, List.of(bundled));
    assertThat(withBundled.list()).hasSize(1);
    assertThatThrownBy(() -> withBundled.remove("echo")).hasMessageContaining("comes with");
  }

  private void refused(PluginZip zip, String message) throws IOException {
    List<Path> before = Files.list(plugins).toList();
    Path file = zip.write(folder);
    assertThatThrownBy(() -> store.add(file))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining(message);
    assertThat(Files.list(plugins).toList()).isEqualTo(before);
    assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**-staging");
  }
}
