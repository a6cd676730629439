package org.lightpath.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.lightpath.platform.JsonText;
import org.lightpath.platform.SiteCode;

/** What is asked for, and by whom; never changes. */
@Embeddable
public class JobOrder {

  @Column(nullable = false, updatable = false, length = 16)
  private String site;

  @Column(name = "device_type", nullable = false, updatable = false, length = 64)
  private String deviceType;

  @Column(name = "device_instance", nullable = false, updatable = false, length = 64)
  private String deviceInstance;

  @Column(nullable = false, updatable = false, length = 64)
  private String action;

  @Column(name = "required_params", nullable = false, updatable = false)
  private String requiredParams;

  @Column(name = "optional_params", nullable = false, updatable = false)
  private String optionalParams;

  @Column(name = "user_id", nullable = false, updatable = false, length = 255)
  private String userId;

  @Column(name = "user_name", nullable = false, updatable = false, length = 255)
  private String userName;

  /** JSON text of the list of roles, because observatories look into it as text. */
  @Column(name = "user_roles", nullable = false, updatable = false, length = 255)
  private String userRoles;

  @Column(name = "trace_id", nullable = false, updatable = false, length = 32)
  private String traceId;

  /** For JPA. */
  protected JobOrder() {}

  /** What {@code request} asks for. */
  public JobOrder(JobRequest request, String userRoles, String traceId) {
    this.site = request.site().value();
    this.deviceType = request.deviceType();
    this.deviceInstance = request.deviceInstance();
    this.action = request.action();
    this.requiredParams = request.requiredParams().toString();
    this.optionalParams = request.optionalParams().toString();
    this.userId = request.userId();
    this.userName = request.userName();
    this.userRoles = userRoles;
    this.traceId = traceId;
  }

  /** The request that it was made from. */
  public JobRequest request() {
    return new JobRequest(
        site(),
        deviceType,
        deviceInstance,
        action,
        JsonText.object(requiredParams),
        JsonText.object(optionalParams),
        userName,
        userId);
  }

  /** The site. */
  public SiteCode site() {
    return new SiteCode(site);
  }

  /** Name of the device. */
  public String deviceInstance() {
    return deviceInstance;
  }

  /** JSON text of the user's roles. */
  public String userRoles() {
    return userRoles;
  }

  /** The causal id of the request, 32 hexadecimal digits. */
  public String traceId() {
    return traceId;
  }
}
