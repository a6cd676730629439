package org.lightpath.platform;

/** Every way in which a request can fail; {@code platform.web} knows the HTTP status of each. */
public enum ErrorCode {
  /** The request names or holds something that cannot be used. */
  INVALID_ARGUMENT,
  /** No proof of identity, or one that does not hold. */
  UNAUTHENTICATED,
  /** The caller is known and may not do this. */
  FORBIDDEN,
  /** There is no such thing. */
  NOT_FOUND,
  /** The thing's present state does not allow it. */
  CONFLICT,
  /** It was there and is no more, for example an expired link. */
  GONE,
  /** The client did not send its request in time. */
  TOO_SLOW,
  /** The body is larger than allowed. */
  TOO_LARGE,
  /** The content is well formed and still of no use, for example a FITS file without an image. */
  UNPROCESSABLE,
  /** A queue, list or rate has reached its bound; trying again later can work. */
  TOO_MANY,
  /** A part that is needed is away: broker, database, device; trying again later can work. */
  UNAVAILABLE,
  /** A device or a remote part did not answer in time. */
  TIMED_OUT,
  /** The disk is full. */
  NO_SPACE
}
