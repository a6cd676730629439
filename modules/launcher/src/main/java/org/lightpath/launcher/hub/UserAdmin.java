package org.lightpath.launcher.hub;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lightpath.launcher.json.Json;
import org.lightpath.launcher.terminal.LaunchException;

/** The users of a hub, as its admins see and change them. Every failure is what the hub said. */
public final class UserAdmin {

  private static final String USERS = "/api/admin/users";
  private static final int PAGE = 1000;

  private final HubClient hub;

  /** Users of the hub behind {@code hub}, whose token is an admin's. */
  public UserAdmin(HubClient hub) {
    this.hub = hub;
  }

  /** Adds a user. */
  public void add(String name, String password, List<String> roles)
      throws LaunchException, InterruptedException {
    String list = roles.stream().map(Json::quote).collect(Collectors.joining(",", "[", "]"));
    hub.post(
        USERS,
        "{\"name\":%s,\"password\":%s,\"roles\":%s}"
            .formatted(Json.quote(name), Json.quote(password), list));
  }

  /** Removes a user. */
  public void remove(String name) throws LaunchException, InterruptedException {
    hub.delete(pathOf(name));
  }

  /** Gives a user another password. */
  public void changePassword(String name, String password)
      throws LaunchException, InterruptedException {
    hub.send("PUT", pathOf(name) + "/password", "{\"password\":" + Json.quote(password) + "}");
  }

  /** One line per user: name, roles, since when. */
  public List<String> list() throws LaunchException, InterruptedException {
    List<String> lines = new ArrayList<>();
    Optional<String> next = Optional.of("");
    while (next.isPresent()) {
      String cursor = next.get().isEmpty() ? "" : "&cursor=" + encoded(next.get());
      Json page = hub.get(USERS + "?limit=" + PAGE + cursor);
      page.get("users").items().forEach(user -> lines.add(line(user)));
      next = page.get("next").text();
    }
    return lines;
  }

  private static String line(Json user) {
    String roles =
        user.get("roles").items().stream()
            .flatMap(role -> role.text().stream())
            .collect(Collectors.joining(" "));
    Instant since = Instant.ofEpochMilli(Long.parseLong(user.text("created_at", "0")));
    return "%-16s %s  since %s".formatted(user.text("name", "?"), roles, since);
  }

  private static String pathOf(String name) {
    return USERS + "/" + encoded(name);
  }

  /** RFC 3986: a space is not a plus in a path. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
