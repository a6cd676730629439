package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;
import org.lightpath.platform.security.Grant;
import org.lightpath.platform.security.Role;
import org.lightpath.platform.security.User;
import org.lightpath.platform.security.Users;

/** Users in the database. */
@ApplicationScoped
@Transactional
public class StoredUsers implements Users {

  @PersistenceContext private EntityManager database;

  /** For CDI. */
  protected StoredUsers() {}

  /** In {@code database}, without a container. */
  StoredUsers(EntityManager database) {
    this.database = database;
  }

  @Override
  public Optional<User> find(String name) {
    return Optional.ofNullable(database.find(User.class, name));
  }

  @Override
  public void add(User user) {
    if (find(user.name()).isPresent()) {
      throw new LightpathException(ErrorCode.CONFLICT, "there is a user " + user.name());
    }
    database.persist(user);
  }

  @Override
  public List<User> after(String after, int limit) {
    return database
        .createNamedQuery("User.after", User.class)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public void changePassword(String name, String passwordHash) {
    existing(name).changePassword(passwordHash);
  }

  @Override
  public User changeGrants(String name, Set<Grant> grants) {
    if (!grants.contains(Grant.everywhere(Role.ADMIN))) {
      keepAnAdminBeside(name);
    }
    User user = existing(name);
    user.changeGrants(grants);
    return user;
  }

  @Override
  public void remove(String name) {
    keepAnAdminBeside(name);
    database.remove(existing(name));
  }

  /** Locks all admins: of two who remove each other, the second finds himself the last. */
  private void keepAnAdminBeside(String name) {
    List<String> admins =
        database
            .createNamedQuery("User.admins", User.class)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .map(User::name)
            .toList();
    if (admins.equals(List.of(name))) {
      throw new LightpathException(
          ErrorCode.CONFLICT, "%s is the only admin; make another one first".formatted(name));
    }
  }

  private User existing(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new LightpathException(
                    ErrorCode.NOT_FOUND, "there is no user " + Text.shortened(name)));
  }

  @Override
  public long count() {
    return database.createQuery("select count(u) from User u", Long.class).getSingleResult();
  }
}
