package org.lightpath.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.lightpath.archive.Races;

/** Races for rows of the database. */
@ApplicationScoped
public class StoredRaces implements Races {

  private static final Logger LOG = System.getLogger(StoredRaces.class.getName());

  @Override
  public <T> T call(Supplier<T> step) {
    try {
      return step.get();
    } catch (PersistenceException e) {
      LOG.log(Level.DEBUG, "the database refused a step, which is taken once more", e);
      return step.get();
    }
  }
}
