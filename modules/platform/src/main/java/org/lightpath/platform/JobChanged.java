package org.lightpath.platform;

import jakarta.json.JsonObject;

/**
 * A job was made or moved on. Fired inside the transaction; observe it after success.
 *
 * @param site the site it is for
 * @param ulid its id
 * @param status its new status, for example {@code EXPOSING}
 * @param job the whole job as the wire shows it
 */
public record JobChanged(SiteCode site, String ulid, String status, JsonObject job) {}
