package org.lightpath.platform;

/**
 * A device came, went, began or ended something. Not bound to a transaction.
 *
 * @param site the site it belongs to
 * @param device its name there
 * @param kind camera, focuser, filterWheel or mount
 * @param state READY, BUSY, AWAY ...
 * @param reason why it is AWAY or hung; empty otherwise
 */
public record DeviceChanged(
    SiteCode site, String device, String kind, String state, String reason) {}
