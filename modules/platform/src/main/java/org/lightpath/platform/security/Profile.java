package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.network.ClientAddress;

/** Which of the two ways of running holds: {@code lightpath.profile}. */
@ApplicationScoped
public class Profile {

  private static final String DEVELOPMENT = "development";
  private static final String PRODUCTION = "production";

  private boolean development;
  private boolean endsTls;
  private boolean hasProxies;

  /** For the CDI proxy. */
  protected Profile() {}

  /**
   * Refuses any word but {@code development} and {@code production}.
   *
   * @param endsTls whether the server itself speaks TLS, {@code lightpath.http.tls}
   * @param addresses knows the declared proxies
   */
  @Inject
  public Profile(
      @ConfigProperty(name = "lightpath.profile", defaultValue = "development") String name,
      @ConfigProperty(name = "lightpath.http.tls", defaultValue = "false") boolean endsTls,
      ClientAddress addresses) {
    this(name);
    this.endsTls = endsTls;
    this.hasProxies = addresses.hasProxies();
  }

  /** The profile of that name. */
  public Profile(String name) {
    development = name.equals(DEVELOPMENT);
    if (!development && !name.equals(PRODUCTION)) {
      throw new IllegalArgumentException(
          "lightpath.profile=%s is neither development nor production".formatted(name));
    }
  }

  /** Passwords and tokens must not travel in the clear. */
  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    if (!development && !endsTls && !hasProxies) {
      throw new IllegalStateException(
          "lightpath.profile=production needs TLS: start with ./lightpath server --tls CERT KEY, or"
              + " put a proxy before the hub and name its address in "
              + ClientAddress.NETWORKS);
    }
  }

  /** Its name. */
  public String name() {
    return development ? DEVELOPMENT : PRODUCTION;
  }

  /** Whether this is a hub for trying out, on one machine, with the users of the tutorial. */
  public boolean isDevelopment() {
    return development;
  }
}
