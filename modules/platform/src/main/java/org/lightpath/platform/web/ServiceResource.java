package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;

/** The two routes by which clients of the original find out whether there is an API for them. */
@Path("api")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class ServiceResource {

  /** Says that there is one. */
  @GET
  @Open(value = "says that there is an API, and nothing else", inProduction = true)
  public String greeting() {
    return "New photon ranch API";
  }

  /** Says that the caller's proof of identity holds. */
  @POST
  @Path("dummy-requires-auth")
  @Allowed(value = Role.VIEWER, place = Allowed.ANYWHERE)
  public String authorized() {
    return "successful authorization";
  }
}
