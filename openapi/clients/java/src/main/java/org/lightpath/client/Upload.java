package org.lightpath.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.function.LongConsumer;

/** Sends a file by the form that {@code createUploadForm} gave, whole files never in memory. */
public final class Upload {

  private Upload() {}

  /**
   * Sends the file and returns once the hub has stored it.
   *
   * @param url where the form says
   * @param fields those of the form, sent before the file
   * @param sent hears how many bytes of the request have been handed to the network so far; the
   *     request is a few hundred bytes longer than the file
   * @throws IOException if the file cannot be read, the hub cannot be reached, or it refuses; the
   *     message then holds the hub's answer
   */
  public static void send(
      HttpClient http, URI url, Map<String, String> fields, Path file, LongConsumer sent)
      throws IOException, InterruptedException {
    String boundary = UUID.randomUUID().toString();
    byte[] head = head(boundary, fields, file).getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
    BodyPublisher body =
        BodyPublishers.fromPublisher(
            counted(BodyPublishers.ofInputStream(() -> around(head, file, tail)), sent),
            head.length + Files.size(file) + tail.length);
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body)
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          "%s answered %d: %s".formatted(url, answer.statusCode(), answer.body()));
    }
  }

  private static String head(String boundary, Map<String, String> fields, Path file) {
    StringBuilder head = new StringBuilder();
    fields.forEach(
        (name, value) ->
            head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, value)));
    return head.append(
            "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(boundary, file.getFileName()))
        .toString();
  }

  private static InputStream around(byte[] head, Path file, byte[] tail) {
    try {
      return new SequenceInputStream(
          new ByteArrayInputStream(head),
          new SequenceInputStream(Files.newInputStream(file), new ByteArrayInputStream(tail)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Flow.Publisher<ByteBuffer> counted(BodyPublisher body, LongConsumer sent) {
    return subscriber -> body.subscribe(new Counter(subscriber, sent));
  }

  /** Tells of each buffer before it goes on its way. */
  private static final class Counter implements Flow.Subscriber<ByteBuffer> {

    private final Flow.Subscriber<? super ByteBuffer> network;
    private final LongConsumer sent;
    private long bytes;

    Counter(Flow.Subscriber<? super ByteBuffer> network, LongConsumer sent) {
      this.network = network;
      this.sent = sent;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      network.onSubscribe(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      bytes += buffer.remaining();
      sent.accept(bytes);
      network.onNext(buffer);
    }

    @Override
    public void onError(Throwable failure) {
      network.onError(failure);
    }

    @Override
    public void onComplete() {
      network.onComplete();
    }
  }
}
