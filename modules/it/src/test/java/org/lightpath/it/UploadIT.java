package org.lightpath.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of a site's own software comes in by form and goes the way of every image. */
final class UploadIT extends OnServer {

  private static final Path CLUSTER =
      Path.of(
          System.getProperty("lightpath.root"),
          "modules/archive/src/test/resources/fits/cluster.fits");

  private static int number = (int) (System.nanoTime() % 90_000_000);

  private static synchronized String freshName() {
    return "saf-cam2-20240110-%08d-EX00.fits".formatted(number++);
  }

  private static JsonObject form(String name) {
    HttpResponse<String> answer =
        HUB.post("/api/upload", Json.createObjectBuilder().add("object_name", name).build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return HubClient.object(answer);
  }

  private static HttpResponse<String> send(
      JsonObject form, Map<String, String> changed, byte[] file) {
    byte[] body = multipart(form, changed, file);
    return send(form, BodyPublishers.ofByteArray(body));
  }

  private static HttpResponse<String> send(JsonObject form, BodyPublisher body) {
    return HUB.send(
        HUB.request(form.getString("url"))
            .header("Content-Type", "multipart/form-data; boundary=frontier")
            .POST(body));
  }

  private static byte[] multipart(JsonObject form, Map<String, String> changed, byte[] file) {
    Map<String, String> fields = new TreeMap<>();
    form.getJsonObject("fields").forEach((k, v) -> fields.put(k, ((JsonString) v).getString()));
    fields.putAll(changed);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((k, v) -> part(body, "name=\"" + k + "\"", v.getBytes(UTF_8)));
    part(body, "name=\"file\"; filename=\"x\"", file);
    body.writeBytes("--frontier--\r\n".getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    String head = "--frontier\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static String link(String name) {
    JsonObject ask =
        Json.createObjectBuilder().add("object_name", name).add("image_type", "raw").build();
    return HUB.post("/api/download", ask).body();
  }

  @Test
  void anUploadedFitsIsRecordedPreviewedAndAnnounced() throws IOException {
    String name = freshName();
    String base = name.substring(0, name.lastIndexOf('-'));
    assertThat(send(form(name), Map.of(), Files.readAllBytes(CLUSTER)).statusCode()).isEqualTo(204);
    JsonObject image = HubClient.object(HUB.get("/api/image/" + base));
    assertThat(image.getBoolean("jpg_medium_exists")).isTrue();
    JsonObject header = HubClient.object(HUB.get("/api/fitsheader/" + base));
    assertThat(header.getString("OBJECT")).isEqualTo("made-up cluster");
    assertThat(HUB.get("/api/pipe/queue/saf?limit=1000").body()).contains(name);
  }

  @Test
  void whatComesBackIsWhatWasSent() throws IOException {
    String name = freshName();
    byte[] sent = Files.readAllBytes(CLUSTER);
    send(form(name), Map.of(), sent);
    HttpResponse<byte[]> whole = HUB.send(HUB.request(link(name)), BodyHandlers.ofByteArray());
    assertThat(whole.body()).isEqualTo(sent);
    HttpResponse<byte[]> part =
        HUB.send(
            HUB.request(link(name)).header("Range", "bytes=100-199"), BodyHandlers.ofByteArray());
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(sent, 100, 200));
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 100-199/" + sent.length);
    assertThat(whole.headers().firstValue("Content-Type")).contains("application/fits");
    assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    String etag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(HUB.send(HUB.request(link(name)).header("Range", "bytes=999999999-")).statusCode())
        .isEqualTo(416);
  }

  /** RFC 9110, section 13.1.2: a list, and tags are compared weakly. */
  @Test
  void whoeverHasTheObjectIsNotSentItAgain() throws IOException {
    String name = freshName();
    send(form(name), Map.of(), Files.readAllBytes(CLUSTER));
    HttpRequest.Builder request = HUB.request(link(name));
    String etag = HUB.send(request).headers().firstValue("ETag").orElseThrow();
    for (String known : List.of(etag, "W/" + etag, "\"other\", " + etag, "*")) {
      HttpResponse<String> answer = HUB.send(request.setHeader("If-None-Match", known));
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.headers().firstValue("ETag")).contains(etag);
    }
    HttpRequest.Builder changed = request.setHeader("If-None-Match", "\"other\", W/\"another\"");
    assertThat(HUB.send(changed).statusCode()).isEqualTo(200);
    assertThat(HUB.send(request.setHeader("If-None-Match", "no tag")).statusCode()).isEqualTo(400);
    HttpRequest.Builder another = HUB.request(link(name)).header("If-Match", "\"other\"");
    assertThat(HUB.send(another).statusCode()).isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "1e9", "99999999999999999999", ""})
  void anEndOfALinkThatIsNoneIsNamed(String expires) {
    HttpResponse<String> answer = HUB.get("/objects/data/a.fits?signature=00&expires=" + expires);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(HubClient.object(answer).getString("detail"))
        .contains("expires is '" + expires + "'")
        .contains("whole number from 0 to 253402300799");
  }

  /** Without a Content-Length nobody knows before that it is too large. */
  @Test
  void aChunkedObjectIsBoundedWhileItComes() {
    String name = freshName().replace(".fits", ".txt");
    int tooLarge = (16 << 20) + 1; // src/test/config/policy/browsers.properties, and one byte
    JsonObject form = form(name);
    byte[] body = multipart(form, Map.of(), "a".repeat(tooLarge).getBytes(UTF_8));
    HttpResponse<String> answer =
        send(form, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    assertThat(HubClient.object(answer).getString("detail")).contains("16777216 bytes");
    JsonObject ask = Json.createObjectBuilder().add("object_name", name).build();
    assertThat(HUB.post("/api/download", ask).statusCode()).isEqualTo(404);
  }

  @Test
  void aFormForOneNameStoresNoOther() {
    HttpResponse<String> answer =
        send(form(freshName()), Map.of("key", "data/" + freshName()), new byte[10]);
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void aFormForOneTypeStoresNoOther() {
    String name = freshName();
    HttpResponse<String> answer =
        send(form(name), Map.of("Content-Type", "text/html"), new byte[10]);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(HubClient.object(answer).getString("detail"))
        .contains("Content-Type")
        .contains("application/fits");
  }

  @Test
  void contentThatIsNotOfItsTypeIsRefusedAndNotStored() {
    String name = freshName();
    HttpResponse<String> answer = send(form(name), Map.of(), "<html>".getBytes(UTF_8));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(HubClient.object(answer).getString("detail"))
        .contains("data/" + name)
        .contains("application/fits");
    JsonObject ask = Json.createObjectBuilder().add("object_name", name).build();
    assertThat(HUB.post("/api/download", ask).statusCode()).isEqualTo(404);
  }

  @Test
  void aChangedPolicyOrSignatureIsRefused() {
    JsonObject form = form(freshName());
    assertThat(send(form, Map.of("x-amz-signature", "00"), new byte[10]).statusCode())
        .isEqualTo(403);
    assertThat(send(form, Map.of("policy", "e30="), new byte[10]).statusCode()).isEqualTo(403);
  }

  @Test
  void aLinkForOneObjectReadsNoOther() throws IOException {
    String name = freshName();
    send(form(name), Map.of(), Files.readAllBytes(CLUSTER));
    String other = link(name).replace(name, freshName());
    assertThat(HUB.get(other).statusCode()).isEqualTo(403);
    assertThat(HUB.get("/objects/data/" + name).statusCode()).isEqualTo(403);
  }

  @Test
  void namesThatLeadElsewhereAreRefused() {
    for (String name :
        new String[] {
          "../../etc/passwd",
          "/etc/passwd",
          "a/../b",
          "..",
          ".hidden",
          "a\u0000b",
          "a\nb",
          "a".repeat(4096)
        }) {
      HttpResponse<String> answer =
          HUB.post("/api/upload", Json.createObjectBuilder().add("object_name", name).build());
      assertThat(answer.statusCode()).as(name).isEqualTo(400);
    }
  }

  @Test
  void aDirectoryThatIsNoneIsForbidden() {
    JsonObject body =
        Json.createObjectBuilder().add("object_name", "a.txt").add("s3_directory", "etc").build();
    HttpResponse<String> answer = HUB.post("/api/upload", body);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(HubClient.object(answer).getString("detail"))
        .isEqualTo("s3_directory must be either 'data', 'info-images', or 'allsky'.");
  }
}
