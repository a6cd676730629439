package org.lightpath.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * All routes, each with its full path in its resource. It names no class: what is in the WAR's jars
 * is served.
 */
@ApplicationPath("/")
@ApplicationScoped
public class Lightpath extends Application {}
