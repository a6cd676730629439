package org.lightpath.platform.security;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the signing key before the first token comes, and the first admin of a hub that has no
 * user: {@code admin} with the password of {@code lightpath.security.first-admin-password}.
 */
@Singleton
@Startup
@DependsOn("DatabaseStart")
public class SecurityStart {

  @Inject private Keys keys;
  @Inject private Login login;
  @Inject private Users users;

  @Inject
  @ConfigProperty(name = "lightpath.security.first-admin-password")
  private Optional<String> firstPassword;

  @PostConstruct
  void prepare() {
    keys.signingPair();
    if (firstPassword.isPresent() && users.count() == 0) {
      login.add("admin", firstPassword.get(), Set.of(Grant.everywhere(Role.ADMIN)));
    }
  }
}
