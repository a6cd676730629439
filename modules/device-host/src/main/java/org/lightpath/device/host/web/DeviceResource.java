package org.lightpath.device.host.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.lightpath.device.host.DeviceHost;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.SiteDirectory;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Open;
import org.lightpath.platform.security.Role;

/** The devices that the hub drives at a site. */
@Path("api/{site}/devices")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class DeviceResource {

  @Inject private DeviceHost host;
  @Inject private SiteDirectory sites;

  /** Every device of the site by name, with its state; never waits for hardware. */
  @GET
  @Open("shows what a visitor of the dome would see")
  @Allowed(value = Role.VIEWER, place = "site")
  public List<DeviceItem> devices(@PathParam("site") String site) {
    SiteCode code = new SiteCode(site);
    if (sites.find(code).isEmpty()) {
      throw new LightpathException(ErrorCode.NOT_FOUND, "there is no site '%s'".formatted(code));
    }
    return host.devices(code).stream().map(DeviceItem::of).toList();
  }
}
