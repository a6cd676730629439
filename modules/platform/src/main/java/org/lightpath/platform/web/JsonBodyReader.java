package org.lightpath.platform.web;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.Text;

/**
 * Passes JSON bodies on to their readers only if {@link JsonText} finds nothing to refuse in them:
 * the readers of the server take a name that stands twice and numbers beyond a double. What a
 * reader then cannot use is the client's mistake, and no fault of ours.
 */
@Provider
public class JsonBodyReader implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
    boolean checked = MediaType.APPLICATION_JSON_TYPE.isCompatible(body.getMediaType());
    if (checked && !readsTextItself(body.getType())) {
      byte[] text = body.getInputStream().readAllBytes();
      JsonText.value(new String(text, StandardCharsets.UTF_8));
      body.setInputStream(new ByteArrayInputStream(text));
    }
    try {
      return body.proceed();
    } catch (JsonException | JsonbException | ProcessingException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "the body is not the JSON that is expected here: " + Text.shortened(reason),
          e);
    }
  }

  /** {@link JsonObjectReader} is strict itself; text and bytes are parsed where they are used. */
  private static boolean readsTextItself(Class<?> type) {
    return type == jakarta.json.JsonObject.class || type == String.class || type == byte[].class;
  }
}
