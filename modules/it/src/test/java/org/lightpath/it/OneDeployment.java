package org.lightpath.it;

import org.jboss.arquillian.container.spi.event.DeployManagedDeployments;
import org.jboss.arquillian.container.spi.event.UnDeployManagedDeployments;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Deploys once for all test classes and leaves the application where it is. */
public final class OneDeployment implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Once.class);
  }

  /** Lets the first deployment through and no undeployment. */
  public static final class Once {

    private static boolean deployed;

    /** The first time only. */
    public void deploy(@Observes(precedence = 1000) EventContext<DeployManagedDeployments> event) {
      if (!deployed) {
        event.proceed();
        deployed = true;
      }
    }

    /** Never. */
    public void undeploy(
        @Observes(precedence = 1000) EventContext<UnDeployManagedDeployments> event) {
      // The next class uses the same deployment; the domain ends with the build.
    }
  }
}
