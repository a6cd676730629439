package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.lightpath.platform.audit.CurrentActor;
import org.lightpath.platform.security.Accounts;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.security.User;

/** The local users, for admins. */
@Path("api/admin/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

  @Inject private Accounts accounts;
  @Inject private AccountBody bodies;
  @Inject private CurrentActor actor;

  /** The users by name, a page at a time. */
  @GET
  @Allowed(Role.ADMIN)
  public AccountView.Users list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    int wanted = QueryNumber.limit(limit);
    return AccountView.users(accounts.list(cursor == null ? "" : cursor, wanted + 1), wanted);
  }

  /** A new user; 409 if the name is taken. */
  @POST
  @Allowed(Role.ADMIN)
  public Response add(JsonObject body) {
    String name = AccountBody.text(body, "name");
    User user = accounts.add(name, AccountBody.text(body, "password"), bodies.roles(body));
    actor.concerns(user.name(), "");
    // Of the letters of a name only the bar needs an escape.
    URI location = URI.create("/api/admin/users/" + user.name().replace("|", "%7C"));
    return Response.created(location).entity(AccountView.of(user)).build();
  }

  /** Removes a user and ends what he was issued; 409 for the last admin. */
  @DELETE
  @Path("{name}")
  @Allowed(Role.ADMIN)
  public void remove(@PathParam("name") String name) {
    accounts.remove(name);
  }

  /** Another password; ends what the user was issued. */
  @PUT
  @Path("{name}/password")
  @Allowed(Role.ADMIN)
  public void changePassword(@PathParam("name") String name, JsonObject body) {
    accounts.changePassword(name, AccountBody.text(body, "password"));
  }

  /** Other roles; ends what the user was issued. 409 if no admin would be left. */
  @PUT
  @Path("{name}/roles")
  @Allowed(Role.ADMIN)
  public AccountView.OneUser changeRoles(@PathParam("name") String name, JsonObject body) {
    return AccountView.of(accounts.changeRoles(name, bodies.roles(body)));
  }
}
