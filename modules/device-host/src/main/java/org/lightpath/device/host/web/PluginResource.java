package org.lightpath.device.host.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.lightpath.device.host.DeviceHost;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;

/** The plugins that are loaded. */
@Path("api/plugins")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PluginResource {

  @Inject private DeviceHost host;

  /** Every plugin with its drivers and their settings, by folder name. */
  @GET
  @Open("shows what can be configured, no value of it")
  @Allowed(value = Role.VIEWER, place = Allowed.ANYWHERE)
  public List<PluginItem> plugins() {
    return host.plugins().stream().map(PluginItem::of).toList();
  }
}
