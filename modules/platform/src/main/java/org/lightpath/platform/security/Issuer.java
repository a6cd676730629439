package org.lightpath.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Somebody whose tokens the hub accepts. Thread-safe. */
interface Issuer {

  /** The claim {@code iss} of its tokens. */
  String name();

  /** Who must be in the claim {@code aud} of its tokens. */
  String audience();

  /** What it signs with; a token with any other algorithm is refused. */
  Set<JWSAlgorithm> algorithms();

  /** A token that would hold for longer from now is refused. */
  Duration longestLife();

  /** The key that the header names by {@code kid}; UNAVAILABLE if the issuer cannot be asked. */
  Optional<PublicKey> key(JWSHeader header);

  /** Who the claims say it is; UNAUTHENTICATED if they say it badly. */
  Caller caller(JWTClaimsSet claims);
}
