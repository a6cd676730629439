package org.lightpath.launcher.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.launcher.terminal.Arguments.Command;

final class ArgumentsTest {

  @Test
  void readsEveryOptionOfDemo() throws UsageException {
    Arguments read =
        Arguments.parse(
            List.of(
                "demo",
                "--once",
                "--json",
                "--port",
                "9090",
                "--data=/tmp/x/../y",
                "--heap",
                "1g"));
    assertThat(read.command()).isEqualTo(Command.DEMO);
    assertThat(read.has("once")).isTrue();
    assertThat(read.has("json")).isTrue();
    assertThat(read.port()).isEqualTo(9090);
    assertThat(read.data()).isEqualTo(Path.of("/tmp/y"));
    assertThat(read.option("heap")).contains("1g");
  }

  @Test
  void portAndDataHaveDefaults() throws UsageException {
    Arguments read = Arguments.parse(List.of("up"));
    assertThat(read.port()).isEqualTo(8080);
    assertThat(read.data()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(read.has("once")).isFalse();
  }

  @Test
  void noWordsAndHelpAnywhereAskForHelp() throws UsageException {
    assertThat(Arguments.parse(List.of()).command()).isEqualTo(Command.HELP);
    assertThat(Arguments.parse(List.of("demo", "--help")).command()).isEqualTo(Command.HELP);
    assertThat(Arguments.parse(List.of("--version")).command()).isEqualTo(Command.VERSION);
  }

  @Test
  void tlsTakesTwoFiles() throws UsageException {
    Arguments read =
        Arguments.parse(
            List.of("server", "--tls", "/a/cert.pem", "/a/../key.pem", "--https-port", "8444"));
    assertThat(read.tls()).containsExactly(Path.of("/a/cert.pem"), Path.of("/key.pem"));
    assertThat(read.option("https-port")).contains("8444");
    assertThat(Arguments.parse(List.of("server")).tls()).isEmpty();
  }

  @Test
  void pluginKeepsItsOperands() throws UsageException {
    assertThat(Arguments.parse(List.of("plugin", "add", "a.zip")).operands())
        .containsExactly("add", "a.zip");
  }

  @Test
  void rolesAreCollected() throws UsageException {
    Arguments read =
        Arguments.parse(
            List.of("user", "add", "wren", "--role", "observer@saf", "--role=pipeline"));
    assertThat(read.operands()).containsExactly("add", "wren");
    assertThat(read.option("role")).contains("observer@saf,pipeline");
  }

  @ParameterizedTest
  @CsvSource({
    "dmeo, unknown command 'dmeo'",
    "server --tls cert.pem, '--tls needs two files, the certificate and its key'",
    "server --tls cert.pem --port 1, '--tls needs two files, the certificate and its key'",
    "up --tls cert.pem key.pem, up has no option --tls",
    "up --address 0.0.0.0, up has no option --address",
    "up --once, up has no option --once",
    "demo --port, --port needs a value",
    "demo --port 0, --port '0' is no port from 1 to 65535",
    "demo --port 65536, --port '65536' is no port from 1 to 65535",
    "demo --port x, --port 'x' is no port from 1 to 65535",
    "demo --heap 512, --heap '512' is no size such as 512m or 2g",
    "demo --heap 0m, --heap '0m' is no size such as 512m or 2g",
    "demo --data=, --data needs a value",
    "demo --once=yes, --once takes no value",
    "demo now, demo cannot be followed by 'now'",
    "plugin add, plugin cannot be followed by 'add'",
    "plugin, plugin cannot be followed by ''",
    "user add, user cannot be followed by 'add'",
    "user grant wren, user cannot be followed by 'grant wren'",
    "user add wren secret, user cannot be followed by 'add wren secret'",
    "user list --password x, user has no option --password",
    "audit, audit cannot be followed by ''",
    "audit verify now, audit cannot be followed by 'verify now'",
    "audit verify --role admin, audit has no option --role",
    "server start, server cannot be followed by 'start'",
  })
  void refusesWhatItCannotUnderstand(String line, String message) {
    assertThatThrownBy(() -> Arguments.parse(List.of(line.split(" "))))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }
}
