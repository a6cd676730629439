package org.lightpath.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.lightpath.archive.objects.ObjectType;
import org.lightpath.archive.web.UploadForms.Allowed;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.ImageIntake.Content;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.ObjectKey;

/**
 * The multipart body of an upload, read as it streams: small fields, then the file, never in
 * memory.
 */
final class UploadBody {

  /** Only its streaming side is used, so no file item is ever made. */
  private static final JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> MULTIPART =
      new JakartaServletFileUpload<>();

  private static final int MAX_FIELDS = 20;
  private static final int MAX_FIELD_BYTES = 8192;
  private static final int BUFFER_BYTES = 1 << 17;

  private final HttpServletRequest request;

  UploadBody(HttpServletRequest request) {
    this.request = request;
  }

  /** Checks the fields, then hands the file to {@code intake}. */
  void read(Function<Map<String, String>, Allowed> check, BiConsumer<ObjectKey, Content> intake) {
    Map<String, String> fields = new HashMap<>();
    try {
      FileItemInputIterator parts = MULTIPART.getItemIterator(request);
      while (parts.hasNext()) {
        FileItemInput part = parts.next();
        if (!part.isFormField() || "file".equals(part.getFieldName())) {
          store(part.getInputStream(), check.apply(fields), intake);
          return;
        }
        keep(fields, part);
      }
    } catch (FileUploadException | NullPointerException e) {
      // The library meets a nested multipart without a boundary with a NullPointerException.
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "the form cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "the upload broke off before its end", e);
    }
    throw new LightpathException(
        ErrorCode.INVALID_ARGUMENT, "the form has no part named file; it comes last");
  }

  private static void keep(Map<String, String> fields, FileItemInput part) throws IOException {
    byte[] value = part.getInputStream().readNBytes(MAX_FIELD_BYTES + 1);
    if (value.length > MAX_FIELD_BYTES || fields.size() == MAX_FIELDS) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT,
          "a form has at most %d fields of %d bytes before the file"
              .formatted(MAX_FIELDS, MAX_FIELD_BYTES));
    }
    fields.put(part.getFieldName(), new String(value, StandardCharsets.UTF_8));
  }

  /** What cannot be of its type is refused before anything is noted or stored. */
  private static void store(
      InputStream file, Allowed allowed, BiConsumer<ObjectKey, Content> intake) throws IOException {
    byte[] head = file.readNBytes(ObjectType.HEAD_BYTES);
    ObjectType.of(allowed.key()).check(allowed.key(), head);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), file);
    intake.accept(allowed.key(), out -> copy(whole, out, allowed));
  }

  private static void copy(InputStream in, OutputStream out, Allowed allowed) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long total = 0;
    for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
      total += read;
      if (total > allowed.maxBytes()) {
        throw new LightpathException(
            ErrorCode.TOO_LARGE,
            "%s is larger than %d bytes, the limit".formatted(allowed.key(), allowed.maxBytes()));
      }
      out.write(buffer, 0, read);
    }
  }

  /** What fails here is the sender's side, not the store's. */
  private static int read(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw new LightpathException(
          ErrorCode.INVALID_ARGUMENT, "the upload broke off before its end", e);
    }
  }
}
