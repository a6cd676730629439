package org.lightpath.pipes.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

final class DiskSpaceTest {

  private static final Optional<Path> DATA = Optional.of(Path.of("/data"));

  @Test
  void itemsAreRefusedBeforeTheBrokerStopsAtNinetyFivePercent() {
    assertThatCode(() -> new DiskSpace(DATA, directory -> 93.9).check()).doesNotThrowAnyException();
    assertThatThrownBy(() -> new DiskSpace(DATA, directory -> 94.0).check())
        .isInstanceOfSatisfying(
            LightpathException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SPACE))
        .hasMessage("the disk of /data is 94.0 % full, new items are taken below 94 %");
  }

  @Test
  void theDiskOfARemoteBrokerIsNotOurs() {
    assertThatCode(() -> new DiskSpace(Optional.empty(), directory -> 100.0).check())
        .doesNotThrowAnyException();
  }
}
