package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.lightpath.platform.audit.CurrentActor;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.ApiKeys;
import org.lightpath.platform.security.KeyOrder;
import org.lightpath.platform.security.Role;

/** The API keys of machines, for admins. */
@Path("api/admin/keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class KeyResource {

  @Inject private ApiKeys keys;
  @Inject private AccountBody bodies;
  @Inject private CurrentCaller caller;
  @Inject private CurrentActor actor;

  /** The keys, oldest first, a page at a time; revoked ones too. */
  @GET
  @Allowed(Role.ADMIN)
  public AccountView.Keys list(
      @QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    int wanted = QueryNumber.limit(limit);
    return AccountView.keys(keys.list(cursor == null ? "" : cursor, wanted + 1), wanted);
  }

  /** A new key; this answer alone shows it. */
  @POST
  @Allowed(Role.ADMIN)
  public Response create(JsonObject body) {
    ApiKeys.NewKey made =
        keys.create(
            new KeyOrder(
                AccountBody.text(body, "name"),
                bodies.roles(body),
                bodies.time(body, "expires_at"),
                caller.get().subject()));
    actor.concerns(made.key().id(), "");
    return Response.created(URI.create("/api/admin/keys/" + made.key().id()))
        .header("Cache-Control", "no-store")
        .entity(AccountView.of(made.key(), made.secret()))
        .build();
  }

  /** Ends a key; it stays in the list. */
  @DELETE
  @Path("{id}")
  @Allowed(Role.ADMIN)
  public void revoke(@PathParam("id") String id) {
    keys.revoke(id);
  }
}
