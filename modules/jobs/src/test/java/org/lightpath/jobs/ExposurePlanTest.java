package org.lightpath.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lightpath.device.spi.FrameKind;
import org.lightpath.device.spi.Roi;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

final class ExposurePlanTest {

  @Test
  void isOneUnbinnedLightFrameUnlessToldOtherwise() {
    ExposurePlan plan = ExposurePlan.of(Requests.expose("time", "1.5"));

    assertThat(plan.exposure()).isEqualTo(Duration.ofMillis(1500));
    assertThat(plan.kind()).isEqualTo(FrameKind.LIGHT);
    assertThat(plan.binning()).isEqualTo(1);
    assertThat(plan.count()).isEqualTo(1);
    assertThat(plan.roi()).isEmpty();
    assertThat(plan.filter()).isEmpty();
    assertThat(plan.object()).isEmpty();
  }

  @Test
  void readsEveryParameterWhereverItStands() {
    JsonObject required = Json.createObjectBuilder().add("time", 2).add("filter", " Ha ").build();
    JsonObject optional =
        Json.createObjectBuilder()
            .add("image_type", "Dark")
            .add("bin", "2,2")
            .add("roi", "8,6,20,10")
            .add("count", "3")
            .add("object_name", "M 13")
            .build();

    ExposurePlan plan =
        ExposurePlan.of(Requests.with("camera", "camera1", "expose", required, optional));

    assertThat(plan)
        .isEqualTo(
            new ExposurePlan(
                Duration.ofSeconds(2),
                FrameKind.DARK,
                2,
                Optional.of(new Roi(8, 6, 20, 10)),
                3,
                Optional.of("Ha"),
                "M 13"));
  }

  @ParameterizedTest
  @CsvSource({
    "light,LIGHT",
    "expose,LIGHT",
    "auto,LIGHT",
    "LIGHT,LIGHT",
    "bias,BIAS",
    "dark,DARK",
    "flat,FLAT"
  })
  void knowsTheWordsOfClientsForTheKind(String word, FrameKind kind) {
    assertThat(ExposurePlan.of(Requests.expose("time", "0", "image_type", word)).kind())
        .isEqualTo(kind);
  }

  @Test
  void aBiasFrameHasNoExposureTime() {
    assertThatThrownBy(() -> ExposurePlan.of(Requests.expose("time", "1", "image_type", "bias")))
        .hasMessageContaining("a bias frame has 0 s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1|1", "2|2", "'2,2'|2", "'2, 2'|2", "2x2|2", "2 2|2", "4|4"})
  void knowsTheFormsOfBinning(String text, int binning) {
    assertThat(ExposurePlan.of(Requests.expose("time", "1", "bin", text)).binning())
        .isEqualTo(binning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time|-1|0 and 86400 s",
        "time|1e9|0 and 86400 s",
        "time|86400.001|0 and 86400 s",
        "time|NaN|0 and 86400 s",
        "time|Infinity|0 and 86400 s",
        "time|soon|not a number of s",
        "image_type|portrait|known: light, bias, dark, flat",
        "bin|0|1 and 64 pixels",
        "bin|'2,3'|asymmetric",
        "bin|1.5|whole number",
        "count|0|1 and 1000 exposures",
        "count|1001|1 and 1000 exposures",
        "roi|'1,2,3'|x,y,width,height",
        "roi|'1,2,3,4,5'|x,y,width,height",
        "roi|'-1,0,10,10'|roi x",
        "roi|'0,0,0,10'|roi width",
        "roi|'0,0,10,ten'|roi height"
      })
  void refusesWhatNoCameraCanDoAndSaysWhy(String name, String value, String why) {
    JobRequest request =
        name.equals("time")
            ? Requests.expose("time", value)
            : Requests.expose("time", "1", name, value);

    assertThatThrownBy(() -> ExposurePlan.of(request))
        .hasMessageContaining(name)
        .hasMessageContaining(why)
        .isInstanceOfSatisfying(
            LightpathException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT));
  }

  @Test
  void needsATime() {
    assertThatThrownBy(() -> ExposurePlan.of(Requests.expose()))
        .hasMessage("time is missing in required_params");
    assertThatThrownBy(() -> ExposurePlan.of(Requests.expose("time", " ")))
        .hasMessage("time is missing in required_params");
  }

  @Test
  void tellsHowLongTheShutterStaysOpenInAll() {
    ExposurePlan plan = ExposurePlan.of(Requests.expose("time", "2.5", "count", "4"));

    assertThat(plan.remaining(4)).isEqualTo(Duration.ofSeconds(10));
  }
}
