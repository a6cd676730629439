package org.lightpath.sites;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lightpath.platform.DeviceChanged;
import org.lightpath.platform.ImageArrived;
import org.lightpath.platform.JobChanged;
import org.lightpath.platform.SiteCode;

/**
 * Passes news on to everybody who listens: one frame {@code {"topic", "site", "data"}} per event,
 * once the event's transaction is committed. Thread-safe; never waits for a listener.
 */
@ApplicationScoped
public class Hub {

  /** Somebody who hears the news. */
  public interface Listener {
    /** Whether news of that site interest this listener. */
    boolean hears(SiteCode site);

    /** Takes one frame and returns at once. */
    void offer(String frame);
  }

  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

  /** Adds a listener; it hears what happens from now on. */
  public void join(Listener listener) {
    listeners.add(listener);
  }

  /** How many listen. */
  int listeners() {
    return listeners.size();
  }

  /** Forgets a listener. */
  public void leave(Listener listener) {
    listeners.remove(listener);
  }

  void onJob(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobChanged change) {
    publish("jobs", change.site(), change.job());
  }

  void onImage(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImageArrived image) {
    publish(
        "imagedata",
        image.site(),
        Json.createObjectBuilder()
            .add("s3_directory", image.directory())
            .add("base_filename", image.baseName())
            .add("site", image.site().value())
            .add("file", image.fileName())
            .build());
  }

  void onDevice(@Observes DeviceChanged change) {
    publish(
        "device",
        change.site(),
        Json.createObjectBuilder()
            .add("device", change.device())
            .add("kind", change.kind())
            .add("state", change.state())
            .add("reason", change.reason())
            .build());
  }

  private void publish(String topic, SiteCode site, JsonObject data) {
    String frame =
        Json.createObjectBuilder()
            .add("topic", topic)
            .add("site", site.value())
            .add("data", data)
            .build()
            .toString();
    for (Listener listener : listeners) {
      if (listener.hears(site)) {
        listener.offer(frame);
      }
    }
  }
}
