package org.lightpath.bench.bare;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resource alone: no filter, no rule, no identity. */
@ApplicationPath("/")
public class BareApplication extends Application {}
