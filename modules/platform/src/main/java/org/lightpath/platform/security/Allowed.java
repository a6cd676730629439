package org.lightpath.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rule of a route: who may call it. An admin may always. With {@link Open} beside it, it holds
 * in production only.
 *
 * <p>{@code @Allowed(value = OBSERVER, place = "site")}: observers of the site that the path or
 * query parameter {@code site} names. {@code @Allowed(value = OBSERVER, place = "site", in =
 * BODY)}: of the site in that member of the JSON body.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Allowed {

  /** {@link #place} of a route that concerns no place: the role at any one place is enough. */
  String ANYWHERE = "*";

  /** Any one of these is enough. */
  Role[] value();

  /**
   * The parameter, or member of the body, that names the place at which the role must be held;
   * {@link #ANYWHERE}; or empty: the role must be held at every place.
   */
  String place() default "";

  /** Where that name is to be found. */
  In in() default In.ADDRESS;

  /** Where the place of a request stands. */
  enum In {
    /** A path parameter, else a query parameter. */
    ADDRESS,
    /** A text member of the JSON object in the body; it is checked before the route has it. */
    BODY,
    /**
     * The thing that the request names: {@link #place} says in words which. The route must give its
     * place to {@code CurrentCaller.checkAt} before it does anything; one that does not is answered
     * with 500.
     */
    THING
  }
}
