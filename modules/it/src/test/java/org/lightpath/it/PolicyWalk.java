package org.lightpath.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lightpath.it.RouteLock.Answer;

/**
 * Sends every operation's example to a hub as everybody there can be, and compares whom the hub
 * admits with whom the contract names. Refusals come first, and must leave the hub as it was.
 */
final class PolicyWalk {

  private static final List<Integer> REFUSALS = List.of(401, 403);

  private final Contract contract = new Contract();
  private final HubClient hub;
  private final boolean development;
  private final MintedToken tokens;
  private final HubClient admin;
  private final Map<String, String> values;
  private final ContractStory story;
  private final List<String> faults = new ArrayList<>();

  /**
   * A walk.
   *
   * @param given what stands in place of the example of the parameter or body member of that name
   */
  PolicyWalk(HubClient hub, boolean development, MintedToken tokens, Map<String, String> given) {
    this.hub = hub;
    this.development = development;
    this.tokens = tokens;
    this.admin = hub.as(PolicyCaller.admin(tokens));
    this.values = new HashMap<>(given);
    // Nobody may ask for a job in somebody else's name, whatever his roles.
    values.put("user_id", PolicyCaller.SUBJECT);
    this.story = new ContractStory(admin);
  }

  /** What the hub answered otherwise than the contract says. */
  List<String> faults() {
    prepare();
    List<PolicyCaller> callers = PolicyCaller.all(tokens);
    String before = witness();
    operations().forEach(o -> callers.forEach(c -> check(o, c, false)));
    if (!witness().equals(before)) {
      faults.add("refused requests have changed something: " + before + " became " + witness());
    }
    operations().forEach(o -> callers.forEach(c -> check(o, c, true)));
    return faults;
  }

  /** What is removed, last; and the caller's own session after everything else. */
  private Stream<Contract.Operation> operations() {
    return contract.operations().stream()
        .sorted(
            Comparator.comparing((Contract.Operation o) -> o.id().equals("endSession"))
                .thenComparing(o -> o.method().equals("DELETE")));
  }

  /** A job with an image, a signed link and a form: things that the operations are about. */
  private void prepare() {
    operations()
        .filter(
            o -> List.of("requestJob", "createUploadForm", "createDownloadLink").contains(o.id()))
        .sorted((a, b) -> b.id().compareTo(a.id())) // the job first, its image is downloaded
        .forEach(
            operation -> {
              Map<String, String> known = new HashMap<>(values);
              known.remove("action");
              known.putAll(story.valuesFor(operation));
              HttpResponse<String> answer =
                  admin.send(new ContractCall(contract, operation, known).request(admin));
              assertThat(answer.statusCode()).as(operation + answer.body()).isEqualTo(200);
              story.learn(operation, answer);
            });
  }

  private void check(Contract.Operation operation, PolicyCaller caller, boolean admitted) {
    RouteLock lock = RouteLock.of(operation);
    Answer expected = lock.answerTo(caller, development);
    if ((expected == Answer.ADMITTED) != admitted) {
      return;
    }
    HttpResponse<String> answer = send(operation, caller);
    boolean right =
        switch (expected) {
          case UNAUTHENTICATED -> isProblem(answer, 401, "unauthenticated");
          case FORBIDDEN -> isProblem(answer, 403, "forbidden");
          case ADMITTED -> !REFUSALS.contains(answer.statusCode());
        };
    if (!right) {
      faults.add(
          "%s as %s must be %s; it was answered %d %s"
              .formatted(operation, caller, expected, answer.statusCode(), answer.body()));
    }
  }

  private static boolean isProblem(HttpResponse<String> answer, int status, String slug) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    boolean head = answer.request().method().equals("HEAD"); // has no body by HTTP
    return answer.statusCode() == status
        && type.startsWith("application/problem+json")
        && (head || answer.body().contains("urn:lightpath:problem:" + slug));
  }

  private HttpResponse<String> send(Contract.Operation operation, PolicyCaller caller) {
    Map<String, String> filled = new HashMap<>(story.valuesFor(operation));
    filled.putAll(values);
    HttpRequest.Builder request = new ContractCall(contract, operation, filled).request(hub);
    caller.headers().forEach(request::setHeader);
    return hub.send(request);
  }

  /** What refused requests would have changed. */
  private String witness() {
    HttpRequest.Builder jobs =
        admin
            .request("/jobs/getrecentjobs")
            .POST(BodyPublishers.ofString("{\"site\":\"saf\",\"timeRange\":86400000}"));
    String images = admin.get("/api/saf/latest_images/10").body();
    return admin.send(jobs).body()
        + admin.get("/api/pipe/queues").body()
        + images.replaceAll("expires=\\d+&signature=[0-9a-f]+", "signed"); // anew each time
  }
}
