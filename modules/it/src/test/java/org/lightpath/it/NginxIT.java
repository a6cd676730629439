package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hub behind a real nginx with server-config/nginx/lightpath.conf. */
final class NginxIT extends OnServer {

  private static final Path SERVER = Path.of(System.getProperty("lightpath.it.dir"));

  private Nginx nginx;
  private HttpClient client;
  private int port;

  @BeforeEach
  void start() throws IOException, GeneralSecurityException {
    assumeTrue(Files.isExecutable(Nginx.PROGRAM), "skipped: nginx is not installed");
    Tool.require("openssl"); // makes the certificate
    port = MicroHub.freePort();
    Path certificate = SERVER.resolve("certificate.pem");
    nginx =
        new Nginx(
            SERVER.resolveSibling("nginx"),
            HUB.base.getAuthority(),
            port,
            certificate,
            SERVER.resolve("key.pem"));
    client = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
  }

  @AfterEach
  void stop() {
    if (nginx != null) {
      nginx.close();
    }
  }

  private static SSLContext trusting(Path certificate)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    try (InputStream pem = Files.newInputStream(certificate)) {
      trusted.setCertificateEntry(
          "hub", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void theApiIsThereByTls() throws Exception {
    HttpResponse<String> devices = send(request("/api/saf/devices"));

    assertThat(devices.statusCode()).isEqualTo(200);
    assertThat(devices.body()).contains("camera1");
    assertThat(devices.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void socketsPass() throws Exception {
    CompletableFuture<ByteBuffer> pong = new CompletableFuture<>();
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("wss://127.0.0.1:" + port + "/hub?site=saf"),
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
                    pong.complete(message);
                    return null;
                  }
                })
            .get(20, TimeUnit.SECONDS);
    socket.sendPing(ByteBuffer.wrap(new byte[] {42}));

    assertThat(pong.get(20, TimeUnit.SECONDS).get(0)).isEqualTo((byte) 42);
    socket.abort();
  }

  /** nginx by itself refuses more than 1 MiB, with a page of its own. */
  @Test
  void itIsTheHubThatBoundsABody() throws Exception {
    HttpResponse<String> answer =
        send(request("/api/pipe/enqueue").POST(BodyPublishers.ofByteArray(new byte[2 << 20])));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  /** The address is a machine's by src/test/config/policy, and nginx knows better. */
  @Test
  void whatAClientSaysOfItsAddressIsReplaced() throws Exception {
    String trace = "0af7651916cd43dd8448eb211c80319d";
    HttpRequest.Builder claim =
        request("/jobs/getrecentjobs")
            .header("X-Forwarded-For", "192.0.2.1")
            .header("Forwarded", "for=192.0.2.1")
            .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
            .POST(BodyPublishers.ofString("{\"site\":\"saf\",\"timeRange\":1000}"));
    assertThat(send(claim).statusCode()).isEqualTo(200);

    assertThat(AuditIT.awaitEntry(trace).getString("address")).isEqualTo("127.0.0.1");
    assertThat(AuditIT.awaitEntry(trace).getString("subject")).isEqualTo("anonymous");
  }
}
