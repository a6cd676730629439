package org.lightpath.archive.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.lightpath.archive.ImageRecord;
import org.lightpath.archive.Images;
import org.lightpath.platform.SiteCode;

/** Image records in the database. */
@ApplicationScoped
@Transactional
public class StoredImages implements Images {

  @PersistenceContext private EntityManager database;

  /** For CDI. */
  protected StoredImages() {}

  /** In {@code database}, without a container. */
  StoredImages(EntityManager database) {
    this.database = database;
  }

  @Override
  public Optional<ImageRecord> find(String baseName) {
    return byBaseName(baseName).getResultStream().findFirst();
  }

  @Override
  public Optional<ImageRecord> lock(String baseName) {
    return byBaseName(baseName)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  private TypedQuery<ImageRecord> byBaseName(String baseName) {
    return database
        .createNamedQuery("ImageRecord.byBaseName", ImageRecord.class)
        .setParameter("baseName", baseName);
  }

  @Override
  public void add(ImageRecord image) {
    database.persist(image);
    // Now, not at the commit: whoever comes second learns of it as PersistenceException.
    database.flush();
  }

  @Override
  public Optional<String> header(String baseName) {
    List<?> headers =
        database
            .createNativeQuery(
                "select coalesce(cast(header_json as varchar(65536)), '') from image"
                    + " where base_filename = ?1")
            .setParameter(1, baseName)
            .getResultList();
    return headers.stream().map(Object::toString).findFirst();
  }

  @Override
  public void keepHeader(ImageRecord image, String headerJson) {
    database
        .createNativeQuery("update image set header_json = ?1 where image_id = ?2")
        .setParameter(1, headerJson)
        .setParameter(2, image.id())
        .executeUpdate();
  }

  @Override
  public long nextId() {
    Object next = database.createNativeQuery("select nextval('image_id_seq')").getSingleResult();
    return ((Number) next).longValue();
  }

  @Override
  public List<ImageRecord> latest(SiteCode site, Optional<String> userId, int limit) {
    if (limit == 0) {
      return List.of(); // to the provider 0 means all
    }
    String query = userId.isPresent() ? "ImageRecord.latestOfUser" : "ImageRecord.latest";
    TypedQuery<ImageRecord> latest =
        database
            .createNamedQuery(query, ImageRecord.class)
            .setParameter("site", site.value())
            .setMaxResults(limit);
    userId.ifPresent(id -> latest.setParameter("userId", id));
    return latest.getResultList();
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public long nextNumber(SiteCode site, String camera) {
    startCounting(site, camera);
    // The update locks the row, so two that come at once get two numbers.
    database
        .createNativeQuery(
            "update image_number set newest = newest + 1 where site = ?1 and camera = ?2")
        .setParameter(1, site.value())
        .setParameter(2, camera)
        .executeUpdate();
    Object newest =
        database
            .createNativeQuery("select newest from image_number where site = ?1 and camera = ?2")
            .setParameter(1, site.value())
            .setParameter(2, camera)
            .getSingleResult();
    return ((Number) newest).longValue();
  }

  private void startCounting(SiteCode site, String camera) {
    database
        .createNativeQuery(
            "merge into image_number n using (values (cast(?1 as varchar(16)), cast(?2 as"
                + " varchar(32)))) v(site, camera) on n.site = v.site and n.camera = v.camera when"
                + " not matched then insert (site, camera, newest) values (v.site, v.camera, 0)")
        .setParameter(1, site.value())
        .setParameter(2, camera)
        .executeUpdate();
  }
}
