package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.lightpath.platform.SiteDirectory;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Role;

/** What users and keys can be, and where, for admins. */
@Path("api/admin/roles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoleResource {

  @Inject private SiteDirectory sites;

  /** The roles, and the places that they can be bound to. */
  @GET
  @Allowed(Role.ADMIN)
  public AccountView.Roles list() {
    return AccountView.roles(sites.all());
  }
}
