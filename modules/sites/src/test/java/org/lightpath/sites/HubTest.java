package org.lightpath.sites;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.DeviceChanged;
import org.lightpath.platform.ImageArrived;
import org.lightpath.platform.JobChanged;
import org.lightpath.platform.SiteCode;

final class HubTest {

  private static final SiteCode SAF = new SiteCode("saf");
  private static final SiteCode ECO = new SiteCode("eco");

  private final Hub hub = new Hub();
  private final Ear saf = new Ear(SAF);
  private final Ear eco = new Ear(ECO);

  @Test
  void passesASitesNewsToThoseWhoHearThatSite() {
    hub.join(saf);
    hub.join(eco);
    JsonObject job = Json.createObjectBuilder().add("ulid", "01ARYZ6S41TSV4RRFFQ69G5FAV").build();

    hub.onJob(new JobChanged(SAF, "01ARYZ6S41TSV4RRFFQ69G5FAV", "UNREAD", job));

    assertThat(eco.frames).isEmpty();
    assertThat(saf.frames)
        .containsExactly(
            parse("{'topic':'jobs','site':'saf','data':{'ulid':'01ARYZ6S41TSV4RRFFQ69G5FAV'}}"));
  }

  @Test
  void tellsOfImagesAsTheContractHasIt() {
    hub.join(saf);

    hub.onImage(new ImageArrived(SAF, "data", "saf-c-20260213-00000001", "a.fits"));

    assertThat(saf.frames)
        .containsExactly(
            parse(
                "{'topic':'imagedata','site':'saf','data':{'s3_directory':'data','base_filename':"
                    + "'saf-c-20260213-00000001','site':'saf','file':'a.fits'}}"));
  }

  @Test
  void tellsOfDevices() {
    hub.join(saf);

    hub.onDevice(new DeviceChanged(SAF, "camera1", "camera", "AWAY", "no \"route\" to host"));

    assertThat(saf.frames.get(0).getJsonObject("data"))
        .isEqualTo(
            Json.createObjectBuilder()
                .add("device", "camera1")
                .add("kind", "camera")
                .add("state", "AWAY")
                .add("reason", "no \"route\" to host")
                .build());
  }

  @Test
  void forgetsWhoLeaves() {
    hub.join(saf);
    hub.leave(saf);
    hub.leave(eco);

    hub.onDevice(new DeviceChanged(SAF, "camera1", "camera", "READY", ""));

    assertThat(saf.frames).isEmpty();
  }

  private static JsonObject parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
      return reader.readObject();
    }
  }

  private static final class Ear implements Hub.Listener {

    final List<JsonObject> frames = new ArrayList<>();
    private final SiteCode site;

    Ear(SiteCode site) {
      this.site = site;
    }

    @Override
    public boolean hears(SiteCode of) {
      return of.equals(site);
    }

    @Override
    public void offer(String frame) {
      frames.add(parse(frame));
    }
  }
}
