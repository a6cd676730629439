package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.platform.DataFolder;
import org.lightpath.test.kit.AtOnce;

final class KeysTest {

  @TempDir Path data;

  @Test
  void staySecretsOfTheirOwnAcrossARestart() {
    byte[] secret = keys().secret("objects", 32);

    assertThat(secret).hasSize(32).isNotEqualTo(new byte[32]);
    assertThat(keys().secret("objects", 32)).isEqualTo(secret);
    assertThat(keys().secret("other", 32)).isNotEqualTo(secret);
  }

  @Test
  void stayTheSameSigningPairAcrossARestart() {
    KeyPair pair = keys().signingPair();

    assertThat(((RSAPublicKey) pair.getPublic()).getModulus().bitLength()).isEqualTo(2048);
    assertThat(keys().signingPair().getPrivate()).isEqualTo(pair.getPrivate());
    assertThat(keys().signingPair().getPublic()).isEqualTo(pair.getPublic());
  }

  @Test
  void areReadableByTheHubsAccountAlone() throws IOException {
    keys().secret("objects", 32);
    keys().signingPair();

    List<Path> files = filesBelow(data);
    assertThat(files).hasSize(2);
    for (Path file : files) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(file.toString())
          .isEqualTo("rw-------");
    }
  }

  @Test
  void areMadeOnceForManyThreads() throws Exception {
    Keys keys = keys();

    List<Integer> seen = AtOnce.results(8, i -> () -> Arrays.hashCode(keys.secret("objects", 32)));

    assertThat(seen).containsOnly(seen.get(0));
  }

  @Test
  void madeInDevelopmentTheyStopAStartInProduction() {
    keysIn("development").signingPair();

    assertThatThrownBy(() -> keysIn("production"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(data.resolve("keys").toString())
        .hasMessageContaining("development");
  }

  @Test
  void madeInProductionTheyStayGoodAfterAStartInDevelopment() {
    KeyPair pair = keysIn("production").signingPair();
    keysIn("development").signingPair();

    assertThat(keysIn("production").signingPair().getPrivate()).isEqualTo(pair.getPrivate());
  }

  private Keys keys() {
    return keysIn("production");
  }

  private Keys keysIn(String profile) {
    return new Keys(new DataFolder(data.toString()), new Profile(profile));
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
