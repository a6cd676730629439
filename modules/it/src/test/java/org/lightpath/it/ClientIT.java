package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lightpath.client.News;
import org.lightpath.client.Upload;
import org.lightpath.client.api.FilesApi;
import org.lightpath.client.api.FilesApi.APICreateUploadFormRequest;
import org.lightpath.client.api.IdentityApi;
import org.lightpath.client.api.ImagesApi;
import org.lightpath.client.api.ImagesApi.APIGetImageRequest;
import org.lightpath.client.api.JobsApi;
import org.lightpath.client.api.JobsApi.APIGetJobRequest;
import org.lightpath.client.api.JobsApi.APIRequestJobRequest;
import org.lightpath.client.api.PipeApi;
import org.lightpath.client.http.ApiClient;
import org.lightpath.client.http.ApiException;
import org.lightpath.client.model.DownloadRequest;
import org.lightpath.client.model.Image;
import org.lightpath.client.model.Job;
import org.lightpath.client.model.JobRequest;
import org.lightpath.client.model.JobRequestInstance;
import org.lightpath.client.model.JobRequestUserId;
import org.lightpath.client.model.UploadFields;
import org.lightpath.client.model.UploadForm;
import org.lightpath.client.model.UploadRequest;

/** The clients that are made from the contract do the main job, from login to the pipe's item. */
final class ClientIT extends OnServer {

  private static final Path CLIENTS = Contract.file().resolveSibling("clients");

  private final HttpClient http = HttpClient.newHttpClient();
  private final ApiClient hub = new ApiClient();

  @TempDir Path folder;

  @Test
  void theJavaClientDoesTheMainJob() throws Exception {
    hub.updateBaseUri(HUB.base.toString());
    String token =
        new IdentityApi(hub).createToken("password", null, "ada", "ada").getAccessToken();
    hub.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));

    List<String> topics = new CopyOnWriteArrayList<>();
    String base;
    try (News news = News.of(HUB.base, "saf", frame -> topics.add(frame.get("topic").asText()))) {
      JobsApi jobs = new JobsApi(hub);
      Job job =
          jobs.requestJob(
              APIRequestJobRequest.newBuilder()
                  .jobRequest(exposure())
                  .idempotencyKey("client-it-" + System.nanoTime())
                  .build());
      Job ended =
          HubClient.await(
              "the end of job " + job.getUlid(),
              () -> look(jobs, job.getUlid()),
              it -> it.getEndedMs() != null);
      assertThat(ended.getStatusId()).isEqualTo("COMPLETE#" + job.getUlid());
      HubClient.await("news", () -> topics, heard -> heard.contains("jobs"));
      base = ended.getImages().get(0);
    }

    Image image =
        new ImagesApi(hub).getImage(APIGetImageRequest.newBuilder().baseFilename(base).build());
    assertThat(image.getExposureTime().doubleValue()).isEqualTo(0.2);
    assertThat(preview(base)).startsWith(0xFF, 0xD8);
    assertThat(new PipeApi(hub).dequeuePipeItem("saf").getQueueName()).isEqualTo("saf");
  }

  private static JobRequest exposure() {
    return new JobRequest()
        .site("saf")
        .device("camera")
        .instance(new JobRequestInstance("camera1"))
        .action("expose")
        .userName("ada")
        .userId(new JobRequestUserId("ada"))
        .requiredParams(Map.of("time", "0.2", "image_type", "light"))
        .optionalParams(Map.of("filter", "lum", "object", "M13"));
  }

  private static Job look(JobsApi jobs, String ulid) {
    try {
      return jobs.getJob(APIGetJobRequest.newBuilder().ulid(ulid).build());
    } catch (ApiException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] preview(String base) throws ApiException, IOException, InterruptedException {
    DownloadRequest file = new DownloadRequest().objectName(base + "-EX10.jpg");
    URI link = URI.create(new FilesApi(hub).createDownloadLink(file));
    HttpResponse<byte[]> answer =
        http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void theJavaClientSendsAFileAndTellsHowFarItIs() throws Exception {
    hub.updateBaseUri(HUB.base.toString());
    FilesApi files = new FilesApi(hub);
    Path file = Files.write(folder.resolve("client-it.bin"), new byte[200_000]);
    UploadForm form =
        files.createUploadForm(
            APICreateUploadFormRequest.newBuilder()
                .uploadRequest(
                    new UploadRequest()
                        .objectName("client-it.bin")
                        .s3Directory(UploadRequest.S3DirectoryEnum.TEST))
                .build());
    List<Long> sent = new CopyOnWriteArrayList<>();
    Upload.send(http, form.getUrl(), fieldsOf(form.getFields()), file, sent::add);
    assertThat(sent).isSorted().hasSizeGreaterThan(2);
    assertThat(sent.get(sent.size() - 1)).isBetween(200_000L, 204_000L);
    DownloadRequest stored =
        new DownloadRequest()
            .objectName("client-it.bin")
            .s3Directory(DownloadRequest.S3DirectoryEnum.TEST);
    URI link = URI.create(files.createDownloadLink(stored));
    assertThat(http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray()).body())
        .hasSize(200_000);
  }

  private static Map<String, String> fieldsOf(UploadFields fields) {
    return Map.of(
        "Content-Type", fields.getContentType().getValue(),
        "key", fields.getKey(),
        "policy", fields.getPolicy(),
        "x-amz-algorithm", fields.getxAmzAlgorithm(),
        "x-amz-credential", fields.getxAmzCredential(),
        "x-amz-date", fields.getxAmzDate(),
        "x-amz-signature", fields.getxAmzSignature());
  }

  @Test
  void theTypeScriptClientDoesTheMainJob() {
    Path example = CLIENTS.resolve("typescript/dist/example/main-job.js");
    Tool node = Tool.require("node");
    assumeTrue(
        Files.exists(example),
        "skipped: the build made no TypeScript client; it needs Node and npm");
    assertMainJob(
        node.runs(
            "--experimental-websocket", example.toString(), HUB.base.toString(), "ada", "ada"));
  }

  @Test
  void thePythonClientDoesTheMainJob() {
    Tool env = Tool.require("env");
    Tool modules = env.runs("python3", "-c", "import pydantic, dateutil, urllib3; print('there')");
    assumeTrue(
        modules.output().contains("there"),
        "skipped: no python3 with pydantic, dateutil and urllib3: " + modules.output());
    String path = "PYTHONPATH=" + CLIENTS.resolve("python/target");
    String job = CLIENTS.resolve("python/main_job.py").toString();
    assertMainJob(env.runs(path, "python3", job, HUB.base.toString(), "ada", "ada", "saf"));
  }

  private static void assertMainJob(Tool example) {
    assertThat(example.output())
        .containsPattern("COMPLETE#[0-9A-Z]{26}")
        .containsPattern("image saf-camera1-\\d{8}-\\d{8} of 0\\.2 s")
        .containsPattern("preview of \\d{4,} bytes")
        .containsPattern("item \\d{13}_[0-9a-f]{8} of saf");
  }
}
