package org.lightpath.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.preferences.Preferences;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Caller;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Profile;
import org.lightpath.platform.security.Role;

/** Who the caller is here, what he may do, and what he has asked to be remembered. */
@Path("api/me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  @Inject private CurrentCaller current;
  @Inject private Operations operations;
  @Inject private Preferences preferences;
  @Inject private Profile profile;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "lightpath.contact")
  private Optional<String> contact;

  /** The caller; an anonymous one too, who thereby learns that he is. */
  @GET
  @Open(value = "tells everybody who he is here", inProduction = true)
  public Response me() {
    MeView.Me view =
        MeView.of(
            current.identified(),
            operations.of(current.get()),
            profile.name(),
            clock.instant(),
            contact);
    return Response.ok(view).header("Cache-Control", "no-store").build();
  }

  /** What the caller has stored; an empty object if he never did. */
  @GET
  @Path("preferences")
  @Tagged
  @Allowed(value = Role.VIEWER, place = Allowed.ANYWHERE)
  public JsonObject preferences() {
    return preferences.of(person());
  }

  /** Replaces what the caller has stored. */
  @PUT
  @Path("preferences")
  @Allowed(value = Role.VIEWER, place = Allowed.ANYWHERE)
  public void setPreferences(JsonObject body) {
    preferences.set(person(), body);
  }

  private String person() {
    Caller caller = current.get();
    if (caller.isMachine()) {
      throw new LightpathException(
          ErrorCode.NOT_FOUND,
          "%s is a machine, and machines have no preferences".formatted(caller.subject()));
    }
    return caller.subject();
  }
}
