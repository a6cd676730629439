package org.lightpath.platform.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
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
  public long count() {
    return database.createQuery("select count(u) from User u", Long.class).getSingleResult();
  }
}
