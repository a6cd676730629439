package org.lightpath.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Requests that attack a hub, over all operations of the contract; the same number gives the same
 * request, but for times and keys in tokens.
 */
final class HostileRequests {

  /** What the hub must make of one. */
  enum Verdict {
    /** Anything but a fault; what it says may be harmless. */
    HARMLESS,
    /** A refusal. */
    REFUSED,
    /** A refusal of whoever sends it: 401. */
    UNKNOWN
  }

  /**
   * One of them.
   *
   * @param last whether nobody can say where it ends
   */
  record Hostile(String kind, String text, Verdict verdict, boolean last) {

    @Override
    public String toString() {
      String shown = text.length() > 600 ? text.substring(0, 600) + "…" : text;
      return kind + " " + shown.replace("\r", "\\r").replace("\n", "\\n");
    }
  }

  /** Sent without a token: two end logins, and two cost a slow hash each, on purpose. */
  private static final Set<String> UNKNOWN =
      Set.of("revokeToken", "revokeSubject", "createUser", "changeUserPassword");

  private final Contract contract = new Contract();
  private final List<Contract.Operation> operations = contract.operations();
  private final List<WireRequest> examples =
      operations.stream().map(o -> WireRequest.of(contract, o)).toList();
  private final HostileTokens tokens;
  private final String admin;
  private final String trap;
  private final Path data;

  /**
   * Requests for a hub.
   *
   * @param trap address where nobody must ever come
   */
  HostileRequests(Path data, String trap) {
    MintedToken minted = new MintedToken(data);
    this.tokens = new HostileTokens(minted, "http://" + trap);
    this.admin = "Authorization: Bearer " + PolicyCaller.admin(minted);
    this.trap = trap;
    this.data = data;
  }

  /** The request of that number. */
  Hostile of(int number) {
    Random random = new Random(number);
    random.nextInt(); // the first one hardly depends on the seed
    Contract.Operation operation = operations.get(number % operations.size());
    WireRequest plain = examples.get(number % examples.size());
    WireRequest known = UNKNOWN.contains(operation.id()) ? plain : plain.with(admin);
    Hostile hostile =
        switch (random.nextInt(6)) {
          case 0 -> target(known, random);
          case 1 -> query(known, random);
          case 2 -> json(known, random);
          case 3 ->
              new Hostile(
                  "token",
                  plain.with("Authorization: Bearer " + tokens.any(random)).whole(),
                  Verdict.UNKNOWN,
                  false);
          case 4 -> HostileHeaders.any(plain, known, random);
          default -> object(random);
        };
    return new Hostile(
        hostile.kind(), hostile.text().replace("TRAP", trap), hostile.verdict(), hostile.last());
  }

  private static Hostile target(WireRequest request, Random random) {
    String segment = HostileTexts.pick(random, HostileTexts.SEGMENTS);
    String path = request.target();
    List<Integer> slashes = slashesOf(path);
    int at = slashes.get(random.nextInt(slashes.size()));
    String spoilt =
        switch (random.nextInt(4)) {
          case 0 -> path.substring(0, at + 1) + segment;
          case 1 -> path.substring(0, at + 1) + segment + path.substring(at);
          case 2 -> path.replaceFirst("\\?.*", "") + segment;
          default -> "/" + segment + path;
        };
    return new Hostile("target", request.withTarget(spoilt).whole(), Verdict.HARMLESS, false);
  }

  private static List<Integer> slashesOf(String path) {
    return IntStream.range(0, path.length()).filter(i -> path.charAt(i) == '/').boxed().toList();
  }

  private static Hostile query(WireRequest request, Random random) {
    String value = HostileTexts.pick(random, HostileTexts.SEGMENTS);
    String target = request.target();
    String spoilt =
        target.contains("=") && random.nextBoolean()
            ? target.replaceFirst("=[^&]*", Matcher.quoteReplacement("=" + value))
            : target + (target.contains("?") ? "&" : "?") + "limit=" + value;
    return new Hostile("query", request.withTarget(spoilt).whole(), Verdict.HARMLESS, false);
  }

  private static Hostile json(WireRequest request, Random random) {
    if (random.nextInt(40) == 0) {
      String large = "{\"a\":\"" + "a".repeat(1 << 20) + "\"}";
      return new Hostile("size", request.withBody(large).whole(), Verdict.HARMLESS, false);
    }
    if (request.body().isEmpty() || random.nextBoolean()) {
      String body = HostileTexts.badJson(random);
      return new Hostile("json", request.withBody(body).whole(), Verdict.HARMLESS, false);
    }
    try (var reader = Json.createReader(new StringReader(request.body()))) {
      JsonObject body = reader.readObject();
      List<String> names = List.copyOf(new TreeSet<>(body.keySet()));
      String name = names.isEmpty() ? "a" : names.get(random.nextInt(names.size()));
      String rest = Json.createObjectBuilder(body).remove(name).build().toString();
      String comma = rest.equals("{}") ? "" : ",";
      String spoilt =
          "{\"" + name + "\":" + HostileTexts.oddValue(random) + comma + rest.substring(1);
      return new Hostile("value", request.withBody(spoilt).whole(), Verdict.HARMLESS, false);
    }
  }

  /** By link and by form, with the hub's own signature on a name that leaves the store. */
  private Hostile object(Random random) {
    String name = HostileTexts.pick(random, HostileTexts.NAMES);
    WireRequest get = new WireRequest("GET", "/objects/", List.of("Host: localhost", admin), "");
    if (random.nextInt(3) == 0) {
      String ask =
          Json.createObjectBuilder()
              .add("object_name", name)
              .add(
                  "s3_directory",
                  random.nextBoolean() ? "data" : HostileTexts.pick(random, HostileTexts.NAMES))
              .build()
              .toString();
      String route = random.nextBoolean() ? "/api/upload" : "/api/download";
      WireRequest post = get.withMethod("POST").withTarget(route).withBody(WireRequest.latin(ask));
      return new Hostile("name", post.whole(), Verdict.REFUSED, false);
    }
    long expires = Instant.now().getEpochSecond() + 300;
    if (random.nextBoolean()) {
      String path =
          random.nextBoolean()
              ? WireRequest.encoded(name)
              : WireRequest.encoded(name).replace("%2F", "/");
      String target =
          "/objects/%s?expires=%d&signature=%s"
              .formatted(path, expires, signed("GET", name, expires));
      return new Hostile("link", get.withTarget(target).whole(), Verdict.REFUSED, false);
    }
    return new Hostile("form", form(get, name, expires).whole(), Verdict.REFUSED, false);
  }

  private WireRequest form(WireRequest get, String name, long expires) {
    JsonObject terms =
        Json.createObjectBuilder()
            .add("expiration", Instant.ofEpochSecond(expires).toString())
            .add(
                "conditions",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("key", name))
                    .add(Json.createArrayBuilder().add("content-length-range").add(0).add(1000))
                    .add(
                        Json.createArrayBuilder().add("eq").add("$Content-Type").add("text/plain")))
            .build();
    String policy =
        Base64.getEncoder()
            .encodeToString(
                WireRequest.latin(terms.toString()).getBytes(StandardCharsets.ISO_8859_1));
    StringBuilder body = new StringBuilder();
    List.of(
            List.of("key", WireRequest.latin(name)),
            List.of("Content-Type", "text/plain"),
            List.of("policy", policy),
            List.of("x-amz-signature", signed("POST", policy, expires)),
            List.of("file\"; filename=\"../../" + HostileTexts.ESCAPE, "hello"))
        .forEach(
            part ->
                body.append(
                    "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(part.get(0), part.get(1))));
    return get.withMethod("POST")
        .withTarget("/objects")
        .with("Content-Type: multipart/form-data; boundary=b")
        .withBody(body + "--b--\r\n");
  }

  /** As the hub signs its links, with the hub's own secret. */
  private String signed(String use, String what, long expires) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(Files.readAllBytes(data.resolve("keys/objects.key")), "HmacSHA256"));
      String terms = use + "\n" + expires + "\n" + what;
      return HexFormat.of().formatHex(mac.doFinal(terms.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
