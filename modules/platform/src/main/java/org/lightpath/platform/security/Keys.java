package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Set;
import org.lightpath.platform.DataFolder;

/**
 * The hub's own keys, made at the first start and kept in {@code <data>/keys}, readable by the
 * hub's account alone. Thread-safe.
 */
@ApplicationScoped
public class Keys {

  private static final int RSA_BITS = 2048;
  private static final String SIGNING = "signing.pkcs8";

  private Path folder = Path.of("/");

  /** For the CDI proxy. */
  protected Keys() {}

  /**
   * Keys below the data folder. Those that a hub in development makes are marked: whoever could
   * read that machine may know them.
   *
   * @throws IllegalStateException in production, if they are so marked
   */
  @Inject
  public Keys(DataFolder data, Profile profile) {
    folder = data.folder("keys");
    Path mark = folder.resolve("made-in-development");
    if (profile.isDevelopment() && !Files.exists(folder.resolve(SIGNING))) {
      try {
        Files.write(mark, new byte[0]);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot mark the keys with " + mark, e);
      }
    }
    if (!profile.isDevelopment() && Files.exists(mark)) {
      throw new IllegalStateException(
          "the keys in %s were made by a hub in the profile development; delete that folder: every"
                  .formatted(folder)
              + " token and signed link ends, and the hub makes new keys");
    }
  }

  /** A secret of {@code bytes} random bytes; the same one every time for the same name. */
  public synchronized byte[] secret(String name, int bytes) {
    Path file = folder.resolve(name + ".key");
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[bytes];
        new SecureRandom().nextBytes(fresh);
        write(file, fresh);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the key " + file, e);
    }
  }

  /** The pair that signs tokens, RSA 2048. */
  public synchronized KeyPair signingPair() {
    Path file = folder.resolve(SIGNING);
    try {
      if (!Files.exists(file)) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        write(file, generator.generateKeyPair().getPrivate().getEncoded());
      }
      KeyFactory factory = KeyFactory.getInstance("RSA");
      PrivateKey signing =
          factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
      RSAPrivateCrtKey numbers = (RSAPrivateCrtKey) signing;
      PublicKey verifying =
          factory.generatePublic(
              new RSAPublicKeySpec(numbers.getModulus(), numbers.getPublicExponent()));
      return new KeyPair(verifying, signing);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the signing key " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot use the signing key " + file, e);
    }
  }

  /** Whole or not at all, and never readable by others, not even for a moment. */
  private static void write(Path file, byte[] content) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(temporary);
    Files.createFile(
        temporary,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(temporary, Set.of(StandardOpenOption.WRITE))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
