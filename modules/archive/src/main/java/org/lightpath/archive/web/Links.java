package org.lightpath.archive.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.lightpath.archive.objects.SignedUrls;
import org.lightpath.platform.ObjectKey;

/** Links to objects as the caller of this request can use them. */
@RequestScoped
public class Links {

  @Inject private SignedUrls urls;
  @Context private UriInfo uri;

  /** How the world sees the hub when a proxy stands before it. */
  @Inject
  @ConfigProperty(name = "lightpath.public-url")
  private Optional<URI> publicUrl;

  /** A link that reads the object for {@code life}. */
  String read(ObjectKey key, Duration life) {
    return base().resolve(urls.read(key, life)).toString();
  }

  /** Where the forms of uploads go. */
  String uploads() {
    return base().resolve("/objects").toString();
  }

  private URI base() {
    return publicUrl.orElseGet(() -> uri.getBaseUri());
  }
}
