package org.lightpath.platform.web;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.security.Allowed.In;

/**
 * Checks the place of a rule {@code in = BODY} on the very object that the route is about to get.
 */
@Provider
public class BodyPlaceInterceptor implements ReaderInterceptor {

  @Inject private CurrentCaller current;

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Object body = context.proceed();
    PlaceCheck check = current.check();
    RouteRule rule = check.rule();
    if (!rule.open() && rule.in() == In.BODY && !check.isNeedless(current.get())) {
      current.checkAt(placeIn(body, rule.place()));
    }
    return body;
  }

  private static String placeIn(Object body, String member) {
    if (body instanceof JsonObject object && object.get(member) instanceof JsonString place) {
      return place.getString();
    }
    throw new LightpathException(
        ErrorCode.INVALID_ARGUMENT,
        "the body needs the member '%s', the place, as a text".formatted(member));
  }
}
