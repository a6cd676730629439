/**
 * What the hub remembers of requests that carried an {@code Idempotency-Key}: so that a client that
 * heard no answer can ask again without doing the thing twice.
 *
 * <p>Flow: {@code web.IdempotencyFilter} -> {@link
 * org.lightpath.platform.idempotency.IdempotencyKeys} -> table {@code idempotency_key}.
 */
package org.lightpath.platform.idempotency;
