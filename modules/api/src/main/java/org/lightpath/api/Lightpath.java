package org.lightpath.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/**
 * All routes, each with its full path in its resource. It names no class: what is in the WAR's jars
 * is served.
 */
@ApplicationPath("/")
@ApplicationScoped
public class Lightpath extends Application {

  /** No description of the routes beside the contract: the server's own names its version. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
