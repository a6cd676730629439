package org.lightpath.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

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

  private Keys keys() {
    return new Keys(new DataFolder(data.toString()));
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
