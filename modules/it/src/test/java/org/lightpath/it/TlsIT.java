package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code server --tls CERT KEY}, judged by curl. */
final class TlsIT extends OnServer {

  private static final String PORT = System.getProperty("lightpath.it.https.port");
  private static final String CERTIFICATE =
      System.getProperty("lightpath.it.dir") + "/certificate.pem";

  private Tool curl;

  @BeforeEach
  void require() {
    Tool.require("openssl"); // makes the certificate
    curl = Tool.require("curl");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "1.3"})
  void speaksTheVersionsThatAreGood(String version) {
    curl.runs(
            "-sSv",
            "--tlsv" + version,
            "--tls-max",
            version,
            "--cacert",
            CERTIFICATE,
            "https://127.0.0.1:" + PORT + "/health/ready")
        .says("\"database\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "1.1"})
  void refusesThoseThatAreNot(String version) {
    Tool refused =
        curl.runs(
            "-sSv",
            "--tlsv" + version,
            "--tls-max",
            version,
            "--ciphers",
            "DEFAULT@SECLEVEL=0", // curl itself would not ask otherwise
            "--cacert",
            CERTIFICATE,
            "https://127.0.0.1:" + PORT + "/health/ready");
    refused.says("Client hello");
    assertThat(refused.output()).doesNotContain("SSL connection using", "HTTP/1.1");
  }

  @Test
  void showsTheCertificateItWasGiven() {
    curl.runs("-sS", "--cacert", CERTIFICATE, "https://127.0.0.1:" + PORT + "/api/saf/devices")
        .says("camera1");
  }
}
