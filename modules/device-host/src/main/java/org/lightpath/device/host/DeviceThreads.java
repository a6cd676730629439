package org.lightpath.device.host;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;

/** The container's threads, for the devices. */
@ApplicationScoped
class DeviceThreads {

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory factory;

  /** Makes a thread with the application's context. */
  Thread newThread(Runnable work) {
    return factory.newThread(work);
  }
}
