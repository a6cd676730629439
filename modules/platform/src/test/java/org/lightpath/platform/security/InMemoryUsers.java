package org.lightpath.platform.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** Users without a database. */
final class InMemoryUsers implements Users {

  final Map<String, User> rows = new TreeMap<>();

  @Override
  public Optional<User> find(String name) {
    return Optional.ofNullable(rows.get(name));
  }

  @Override
  public void add(User user) {
    if (rows.putIfAbsent(user.name(), user) != null) {
      throw new LightpathException(ErrorCode.CONFLICT, "there is a user " + user.name());
    }
  }

  @Override
  public List<User> after(String after, int limit) {
    return rows.values().stream().filter(u -> u.name().compareTo(after) > 0).limit(limit).toList();
  }

  @Override
  public void changePassword(String name, String passwordHash) {
    existing(name).changePassword(passwordHash);
  }

  @Override
  public User changeGrants(String name, Set<Grant> grants) {
    existing(name).changeGrants(grants);
    return existing(name);
  }

  @Override
  public void remove(String name) {
    rows.remove(existing(name).name());
  }

  @Override
  public long count() {
    return rows.size();
  }

  private User existing(String name) {
    return find(name)
        .orElseThrow(() -> new LightpathException(ErrorCode.NOT_FOUND, "there is no user " + name));
  }
}
