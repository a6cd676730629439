package org.lightpath.it;

import java.io.File;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test against the EAR on Payara Server. */
@ExtendWith(ArquillianExtension.class)
abstract class OnServer {

  static final HubClient HUB = new HubClient(URI.create(System.getProperty("lightpath.url")));

  @Deployment(testable = false)
  static EnterpriseArchive lightpath() {
    return ShrinkWrap.createFromZipFile(
        EnterpriseArchive.class, new File(System.getProperty("lightpath.ear")));
  }

  @BeforeEach
  void waitUntilReady() {
    HUB.awaitReady();
  }
}
