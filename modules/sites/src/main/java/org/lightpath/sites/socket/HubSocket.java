package org.lightpath.sites.socket;

import static jakarta.websocket.CloseReason.CloseCodes.TRY_AGAIN_LATER;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Identified;
import org.lightpath.platform.security.Profile;
import org.lightpath.sites.Hub;
import org.lightpath.sites.HubSeats;

/**
 * {@code /hub?site=<code>}: the news of one site as they happen. The client may send {@code
 * {"action":"updatesubscribersite","site":"xyz"}} to move to another one.
 *
 * <p>The container makes one instance per connection; what lasts lives in {@link Hub}.
 */
@ServerEndpoint("/hub")
public class HubSocket {

  private static final Logger LOG = System.getLogger(HubSocket.class.getName());
  private static final int MAX_MESSAGE_BYTES = 8192;

  @Inject private Hub hub;
  @Inject private HubSeats seats;
  @Inject private Profile profile;
  @Resource private ManagedExecutorService closer;
  private Optional<String> user = Optional.empty();
  private HubReader reader;

  /** Joins the news of the site in the query. */
  @OnOpen
  public void open(Session session) {
    user = userOf(session);
    String code = session.getRequestParameterMap().getOrDefault("site", List.of("")).get(0);
    if (user.isEmpty() && !profile.isDevelopment()) {
      HubReader.close(session, refusal("send Authorization: Bearer <token>"));
    } else if (!SiteCode.isValid(code)) {
      HubReader.close(session, refusal("connect with ?site=<site code>"));
    } else {
      seats
          .take(user)
          .ifPresentOrElse(
              full -> HubReader.close(session, new CloseReason(TRY_AGAIN_LATER, full)),
              () -> join(session, new SiteCode(code)));
    }
  }

  private static Optional<String> userOf(Session session) {
    return session.getUserPrincipal() instanceof Identified who && !who.caller().isAnonymous()
        ? Optional.of(who.getName())
        : Optional.empty();
  }

  private void join(Session session, SiteCode site) {
    reader = new HubReader(session, site, closer);
    hub.join(reader);
  }

  /** Moves to another site. */
  @OnMessage(maxMessageSize = MAX_MESSAGE_BYTES)
  public void receive(String message) {
    if (reader == null) {
      return;
    }
    try {
      JsonObject request = JsonText.object(message);
      String site = request.getString("site", "");
      if (request.getString("action", "").equals("updatesubscribersite")
          && SiteCode.isValid(site)) {
        reader.moveTo(new SiteCode(site));
      } else {
        reader.close(refusal("known: {\"action\":\"updatesubscribersite\",\"site\":\"<code>\"}"));
      }
    } catch (LightpathException | ClassCastException e) {
      reader.close(refusal("a message here is a JSON object"));
    }
  }

  /** Leaves, and the seat with it. */
  @OnClose
  public void close() {
    if (reader != null) {
      hub.leave(reader);
      seats.giveBack(user);
    }
  }

  /** The other side broke off; the container closes next. */
  @OnError
  public void fail(Throwable cause) {
    LOG.log(Level.DEBUG, "a hub socket broke", cause);
  }

  private static CloseReason refusal(String reason) {
    return new CloseReason(CloseCodes.VIOLATED_POLICY, reason);
  }
}
