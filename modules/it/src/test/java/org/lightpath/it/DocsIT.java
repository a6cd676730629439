package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that shows the contract needs no host but the hub. */
final class DocsIT extends OnServer {

  private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

  @Test
  void everythingThatThePageLoadsComesFromTheHub() {
    HttpResponse<String> page = HUB.get("/docs");
    assertThat(page.statusCode()).isEqualTo(200);
    List<String> loaded = LOADED.matcher(page.body()).results().map(DocsIT::address).toList();
    assertThat(loaded)
        .contains(
            "/docs/docs.js", "/docs/swagger-ui-bundle.js", "/docs/swagger-ui.css", "/openapi");
    for (String address : loaded) {
      if (!address.equals("data:,")) {
        assertThat(address).startsWith("/").doesNotStartWith("//");
        assertThat(HUB.get(address).statusCode()).as(address).isEqualTo(200);
      }
    }
    assertThat(HUB.get("/docs/swagger-ui.css").body())
        .doesNotContainPattern("url\\([\"']?+(?!data:)[^)]*\\)")
        .doesNotContain("@import");
    assertThat(HUB.get("/docs/docs.js").body()).contains("url: '/openapi'", "validatorUrl: null");
  }

  private static String address(MatchResult found) {
    return found.group(1);
  }

  @Test
  void theBrowserIsToldToAskNobodyElse() {
    for (String path : List.of("/docs", "/docs/", "/docs/swagger-ui-bundle.js")) {
      assertThat(HUB.get(path).headers().firstValue("Content-Security-Policy"))
          .get()
          .asString()
          .as(path)
          .startsWith("default-src 'none'; script-src 'self'; connect-src 'self'")
          .doesNotContain("http", "*", "unsafe-eval", "script-src 'self' 'unsafe-inline'");
    }
  }

  @Test
  void noOtherNameIsAFileOfThePage() {
    for (String path :
        List.of("/docs/index.html", "/docs/..%2flightpath.yaml", "/docs/docs.html")) {
      assertThat(HUB.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void aBrowserShowsTheOperations(@TempDir Path profile) {
    Tool shown =
        Tool.require("chromium")
            .runs(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--virtual-time-budget=20000",
                "--user-data-dir=" + profile,
                "--dump-dom",
                HUB.base.resolve("/docs").toString());
    shown.says("Ask a site's device for something");
    shown.says("/jobs/newjob");
  }
}
