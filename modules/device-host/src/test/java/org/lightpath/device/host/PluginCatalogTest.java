package org.lightpath.device.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.device.spi.FocuserProvider;
import org.lightpath.device.spi.Setting;
import org.lightpath.platform.LightpathException;

final class PluginCatalogTest {

  /** A setting per class name, whose default says whether the plugin can see that class. */
  private static final String WHAT_IT_SEES =
      """
      package test;
      import java.util.List;
      import org.lightpath.device.spi.*;
      final class Sight {
        static Setting of(String name) {
          boolean seen;
          try {
            Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            seen = true;
          } catch (ClassNotFoundException e) {
            seen = false;
          }
          return Setting.optional(name, String.valueOf(seen), "sight");
        }
      }
      """;

  @TempDir private Path plugins;

  @Test
  void showsThePluginTheJdkAndTheSpiAndNothingOfTheHub() throws Exception {
    String names =
        "Sight.of(\"org.lightpath.device.spi.Frame\"), Sight.of(\"java.sql.Connection\"),"
            + "Sight.of(\"javax.imageio.ImageIO\"), Sight.of(\"test.Provider\"),"
            + "Sight.of(\"org.lightpath.platform.SiteCode\"),"
            + "Sight.of(\"org.lightpath.device.host.DeviceHost\"),"
            + "Sight.of(\"jakarta.inject.Inject\"), Sight.of(\"org.junit.jupiter.api.Test\")";
    PluginJar.focuser("sight", 1, names)
        .source("Sight", WHAT_IT_SEES)
        .writeTo(plugins.resolve("sight/sight.jar"));

    try (PluginCatalog catalog = PluginCatalog.load(plugins)) {
      List<Setting> settings = catalog.plugins().get(0).drivers().get(0).settings();
      assertThat(settings)
          .extracting(Setting::name, Setting::defaultValue)
          .containsExactly(
              Tuple.tuple("org.lightpath.device.spi.Frame", "true"),
              Tuple.tuple("java.sql.Connection", "true"),
              Tuple.tuple("javax.imageio.ImageIO", "true"),
              Tuple.tuple("test.Provider", "true"),
              Tuple.tuple("org.lightpath.platform.SiteCode", "false"),
              Tuple.tuple("org.lightpath.device.host.DeviceHost", "false"),
              Tuple.tuple("jakarta.inject.Inject", "false"),
              Tuple.tuple("org.junit.jupiter.api.Test", "false"));
    }
  }

  @Test
  void takesIdAndVersionFromThePropertiesAndElseTheFoldersName() throws Exception {
    PluginJar.focuser("one", 1, "").writeTo(plugins.resolve("a/one.jar"));
    PluginJar.focuser("two", 1, "").writeTo(plugins.resolve("b/two.jar"));
    Files.writeString(plugins.resolve("b/plugin.properties"), "id=second\nversion=2.1\nspi=1\n");

    try (PluginCatalog catalog = PluginCatalog.load(plugins)) {
      assertThat(catalog.plugins()).extracting(PluginView::id).containsExactly("a", "second");
      assertThat(catalog.plugins().get(0).version()).isEmpty();
      assertThat(catalog.plugins().get(1).version()).contains("2.1");
      assertThat(catalog.plugins().get(1).drivers().get(0).jar()).isEqualTo("two.jar");
      assertThat(catalog.find(DeviceKind.FOCUSER, "two")).isPresent();
      assertThat(catalog.kindsOf("two")).containsExactly(DeviceKind.FOCUSER);
      assertThat(catalog.kindsOf("three")).isEmpty();
    }
  }

  @Test
  void passesOverFoldersWithoutJarsAndHiddenOnesAndAnAbsentPluginFolder() throws Exception {
    Files.createDirectories(plugins.resolve("lost+found"));
    PluginJar.focuser("x", 1, "").writeTo(plugins.resolve(".staging/x.jar"));

    assertThat(PluginCatalog.load(plugins).plugins()).isEmpty();
    assertThat(PluginCatalog.load(plugins.resolve("absent")).plugins()).isEmpty();
  }

  @Test
  void refusesOneIdOfOneKindInTwoPluginsAndNamesBothJars() throws Exception {
    PluginJar.focuser("same", 1, "").writeTo(plugins.resolve("a/first.jar"));
    PluginJar.focuser("same", 1, "").writeTo(plugins.resolve("b/second.jar"));

    refused("'same'", "first.jar", "second.jar", "remove one");
  }

  @Test
  void refusesOnePluginIdInTwoFolders() throws Exception {
    PluginJar.focuser("one", 1, "").writeTo(plugins.resolve("a/one.jar"));
    PluginJar.focuser("two", 1, "").writeTo(plugins.resolve("b/two.jar"));
    Files.writeString(plugins.resolve("b/plugin.properties"), "id=a\n");

    refused("plugin 'a' is there twice");
  }

  @Test
  void refusesAnotherSpiVersionAndNamesTheJar() throws Exception {
    PluginJar.focuser("new", 2, "").writeTo(plugins.resolve("a/future.jar"));

    refused("future.jar", "SPI version 2", "has version 1");
  }

  @Test
  void refusesAnotherSpiVersionInThePropertiesBeforeItLoadsAClass() throws Exception {
    Files.createDirectories(plugins.resolve("a"));
    Files.writeString(plugins.resolve("a/broken.jar"), "no jar at all");
    Files.writeString(plugins.resolve("a/plugin.properties"), "spi=7\n");

    refused("spi=7", "SPI version 1");
  }

  @Test
  void refusesAServicesFileThatNamesAClassThatIsNotThere() throws Exception {
    PluginJar.focuser("x", 1, "")
        .service(FocuserProvider.class, "test.Elsewhere")
        .writeTo(plugins.resolve("a/wrong.jar"));

    refused("wrong.jar", "focuser provider", "test.Elsewhere");
  }

  @Test
  void refusesAProviderWhoseSuperclassIsMissing() throws Exception {
    String code = PluginJar.focuserSource("x", 1, "");
    new PluginJar()
        .source("Base", "package test; public abstract class Base {}")
        .source("Provider", code.replace("Provider implements", "Provider extends Base implements"))
        .service(FocuserProvider.class, "test.Provider")
        .without("Base")
        .writeTo(plugins.resolve("a/torn.jar"));

    refused("torn.jar", "NoClassDefFoundError", "test/Base");
  }

  @Test
  void refusesAProviderThatThrowsWhenMade() throws Exception {
    String code = PluginJar.focuserSource("x", 1, "");
    new PluginJar()
        .source(
            "Provider",
            code.replace(
                "public String id()",
                "public Provider() { throw new IllegalStateException(\"no licence\"); }\n"
                    + "public String id()"))
        .service(FocuserProvider.class, "test.Provider")
        .writeTo(plugins.resolve("a/grumpy.jar"));

    refused("grumpy.jar", "test.Provider");
  }

  @Test
  void refusesAJarWithoutAServicesFile() throws Exception {
    new PluginJar()
        .source("Provider", PluginJar.focuserSource("x", 1, ""))
        .writeTo(plugins.resolve("a/mute.jar"));

    refused("brings no driver", "META-INF/services/");
  }

  @Test
  void refusesASettingThatIsTheHubsOwnKey() throws Exception {
    PluginJar.focuser("x", 1, "Setting.optional(\"call-timeout\", \"1\", \"mine\")")
        .writeTo(plugins.resolve("a/greedy.jar"));

    refused("greedy.jar", "'call-timeout'");
  }

  private void refused(String... parts) {
    assertThatThrownBy(() -> PluginCatalog.load(plugins))
        .isInstanceOf(LightpathException.class)
        .message()
        .contains(parts);
  }
}
