package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whom the hub admits in the profile for trying out. {@link ProductionIT} has the other one. */
final class DevelopmentPolicyIT extends OnServer {

  @Test
  void everyOperationAdmitsWhomItsRuleNamesAndNobodyElse() {
    Path data = Path.of(System.getProperty("lightpath.it.dir"), "data");
    Map<String, String> values =
        Map.of(
            "site", PolicyCaller.OWN,
            "queue_name", "walk", // the site's own queue stays as it is for other tests
            "action", "dance",
            "subject", "nobody-at-all");
    assertThat(new PolicyWalk(HUB, true, new MintedToken(data), values).faults()).isEmpty();
  }
}
