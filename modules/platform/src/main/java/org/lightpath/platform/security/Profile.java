package org.lightpath.platform.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which of the two ways of running holds: {@code lightpath.profile}. */
@ApplicationScoped
public class Profile {

  private boolean development;

  /** For the CDI proxy. */
  protected Profile() {}

  /** Refuses any word but {@code development} and {@code production}. */
  @Inject
  public Profile(
      @ConfigProperty(name = "lightpath.profile", defaultValue = "development") String name) {
    development = name.equals("development");
    if (!development && !name.equals("production")) {
      throw new IllegalArgumentException(
          "lightpath.profile=%s is neither development nor production".formatted(name));
    }
  }

  void check(@Observes @Initialized(ApplicationScoped.class) Object start) {
    // The container made this bean to call us: a word that is none has now stopped the start.
  }

  /** Whether this is a hub for trying out, on one machine, with the users of the tutorial. */
  public boolean isDevelopment() {
    return development;
  }
}
