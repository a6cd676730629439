package org.lightpath.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that anybody may call in the development profile. In production the {@link Allowed}
 * beside it holds, unless the reason is good there too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Open {

  /** Why it needs no proof of identity. */
  String value();

  /** Whether that reason holds in production too. */
  boolean inProduction() default false;
}
