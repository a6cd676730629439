package org.lightpath.platform.telemetry.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.lightpath.platform.config.EffectiveSetting;
import org.lightpath.platform.config.KeyTable;
import org.lightpath.platform.security.Allowed;
import org.lightpath.platform.security.Role;

/** How this hub is set up. */
@Path("api/admin/settings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

  /** A setting on the wire; value and source absent while the default holds. */
  public record SettingView(
      String key, String value, String source, String defaultValue, String meaning) {

    static SettingView of(EffectiveSetting setting) {
      return new SettingView(
          setting.key(),
          setting.value().orElse(null),
          setting.source().orElse(null),
          setting.defaultValue(),
          setting.meaning());
    }
  }

  @Inject private Config config;

  /** Every setting with its value and where that comes from; secrets masked. */
  @GET
  @Allowed(Role.ADMIN)
  public List<SettingView> settings() throws IOException {
    return EffectiveSetting.all(config, KeyTable.builtIn()).stream().map(SettingView::of).toList();
  }
}
