package org.lightpath.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SettingTest {

  @Test
  void secretsAreMaskedAndTheRestIsShown() {
    assertThat(new Setting("lightpath.db.password", "abc", "f").shown()).isEqualTo("********");
    assertThat(new Setting("lightpath.site.saf.device.c.api-token", "abc", "f").shown())
        .isEqualTo("********");
    assertThat(new Setting("lightpath.db.user", "abc", "f").shown()).isEqualTo("abc");
    assertThat(new Setting("lightpath.security.token-life", "PT1H", "f").shown()).isEqualTo("PT1H");
  }
}
