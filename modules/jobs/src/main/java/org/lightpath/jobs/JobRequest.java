package org.lightpath.jobs;

import jakarta.json.JsonObject;
import org.lightpath.platform.SiteCode;

/**
 * What a user asks of a device.
 *
 * @param site the site
 * @param deviceType camera, mount ...
 * @param deviceInstance name of the device there
 * @param action what it shall do
 * @param requiredParams parameters that the action needs
 * @param optionalParams parameters that it may have
 * @param userName name of the user for people
 * @param userId id of the user
 */
public record JobRequest(
    SiteCode site,
    String deviceType,
    String deviceInstance,
    String action,
    JsonObject requiredParams,
    JsonObject optionalParams,
    String userName,
    String userId) {

  /** The same, asked by somebody of that name. */
  JobRequest by(String name) {
    return new JobRequest(
        site, deviceType, deviceInstance, action, requiredParams, optionalParams, name, userId);
  }
}
