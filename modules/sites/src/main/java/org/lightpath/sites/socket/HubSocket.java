package org.lightpath.sites.socket;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.security.Identified;
import org.lightpath.platform.security.Identity;
import org.lightpath.platform.security.OpenConnections;
import org.lightpath.platform.security.Profile;
import org.lightpath.sites.Hub;
import org.lightpath.sites.HubSeats;

/**
 * {@code /hub?site=<code>}: the news of one site as they happen. The client may send {@code
 * {"action":"updatesubscribersite","site":"xyz"}} to move to another one, and {@code
 * {"action":"token","token":"…"}} to say who it is, first of all or again before its token expires.
 *
 * <p>The container makes one instance per connection; what lasts lives in {@link Hub}.
 */
@ServerEndpoint("/hub")
public class HubSocket {

  private static final Logger LOG = System.getLogger(HubSocket.class.getName());
  private static final int MAX_MESSAGE_BYTES = 16_384;

  /** How long somebody unknown may take to say who he is. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String KNOWN =
      "known: {\"action\":\"updatesubscribersite\",\"site\":\"<code>\"} and"
          + " {\"action\":\"token\",\"token\":\"...\"}";

  @Inject private Hub hub;
  @Inject private HubSeats seats;
  @Inject private Profile profile;
  @Inject private Identity identity;
  @Inject private OpenConnections connections;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService closer;
  private Optional<String> seatOf = Optional.empty();
  private HubReader reader;

  /** Joins the news of the site in the query. */
  @OnOpen
  public void open(Session session) {
    String code = session.getRequestParameterMap().getOrDefault("site", List.of("")).get(0);
    Identified holder = holder(session);
    if (!SiteCode.isValid(code)) {
      HubReader.close(
          session, HubReader.closing(CloseCodes.VIOLATED_POLICY, "connect with ?site=<site code>"));
      return;
    }
    Optional<String> user = nameOf(holder);
    Optional<String> full = seats.take(user);
    if (full.isPresent()) {
      HubReader.close(session, HubReader.closing(CloseCodes.TRY_AGAIN_LATER, full.get()));
      return;
    }
    seatOf = user;
    reader = new HubReader(session, new SiteCode(code), closer, holder, profile.isDevelopment());
    connections.join(reader);
    if (mayStay()) {
      hub.join(reader);
    }
  }

  private static Optional<String> nameOf(Identified holder) {
    return Optional.of(holder).filter(h -> !h.caller().isAnonymous()).map(Identified::getName);
  }

  /** Where not everybody may hear, nobody unknown stays for long. */
  private Identified holder(Session session) {
    if (session.getUserPrincipal() instanceof Identified who && !who.caller().isAnonymous()) {
      return who;
    }
    return profile.isDevelopment()
        ? Identified.NOBODY
        : Identified.nobodyUntil(clock.instant().plus(PATIENCE));
  }

  /** Whoever is known and may not hear of the site is told at once. */
  private boolean mayStay() {
    boolean stays = reader.mayHear() || reader.holder().caller().isAnonymous();
    if (!stays) {
      reader.end("this needs the role viewer there");
    }
    return stays;
  }

  /** Moves to another site, or learns who is there. */
  @OnMessage(maxMessageSize = MAX_MESSAGE_BYTES)
  public void receive(String message) {
    if (reader == null) {
      return;
    }
    try {
      JsonObject request = JsonText.object(message);
      String site = request.getString("site", "");
      String action = request.getString("action", "");
      if (action.equals("updatesubscribersite") && SiteCode.isValid(site)) {
        reader.moveTo(new SiteCode(site));
        mayStay();
      } else if (action.equals("token")) {
        passTo(identity.ofToken(request.getString("token", "")));
      } else {
        reader.end(KNOWN);
      }
    } catch (LightpathException e) {
      boolean later = e.code() == ErrorCode.UNAVAILABLE;
      reader.close(
          HubReader.closing(
              later ? CloseCodes.TRY_AGAIN_LATER : CloseCodes.VIOLATED_POLICY, e.getMessage()));
    } catch (ClassCastException e) {
      LOG.log(Level.DEBUG, "a member of the wrong kind on a hub socket", e);
      reader.end(KNOWN);
    }
  }

  private void passTo(Identified holder) {
    Optional<String> user = nameOf(holder);
    Optional<String> full = user.equals(seatOf) ? Optional.empty() : seats.take(user);
    if (full.isPresent()) {
      reader.close(HubReader.closing(CloseCodes.TRY_AGAIN_LATER, full.get()));
      return;
    }
    if (!user.equals(seatOf)) {
      seats.giveBack(seatOf);
      seatOf = user;
    }
    reader.passTo(holder);
    mayStay();
  }

  /** Leaves, and the seat with it. */
  @OnClose
  public void close() {
    if (reader != null) {
      hub.leave(reader);
      connections.leave(reader);
      seats.giveBack(seatOf);
    }
  }

  /** The other side broke off; the container closes next. */
  @OnError
  public void fail(Throwable cause) {
    LOG.log(Level.DEBUG, "a hub socket broke", cause);
  }
}
