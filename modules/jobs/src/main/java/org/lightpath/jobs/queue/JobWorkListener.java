package org.lightpath.jobs.queue;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lightpath.jobs.JobExecutor;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;
import org.lightpath.platform.SiteCode;
import org.lightpath.platform.Trace;
import org.lightpath.platform.store.DatabaseStart;
import org.lightpath.platform.telemetry.Work;

/** Wakes the executor of the device that a message names. */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "resourceAdapter",
          propertyValue = "${MPCONFIG=lightpath.broker.adapter:lightpath#lightpath-broker}"),
      @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destination", propertyValue = JmsJobQueue.QUEUE),
      @ActivationConfigProperty(propertyName = "useLocalTx", propertyValue = "true"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "2")
    })
@TransactionManagement(TransactionManagementType.BEAN)
public class JobWorkListener implements MessageListener {

  /** Messages may come while the schema is still being migrated; they wait here. */
  @EJB private DatabaseStart database;

  @Inject private JobExecutor executor;

  @Override
  public void onMessage(Message message) {
    database.ready();
    try {
      SiteCode site = new SiteCode(message.getStringProperty("site"));
      String device = message.getStringProperty("device");
      Trace trace = Trace.of(message.getStringProperty("traceparent"));
      Work.of(trace, () -> "", site::value).run(() -> executor.wake(site, device));
    } catch (JMSException e) {
      // Thrown back to the broker: it comes again, and after some tries goes to the dead letters.
      throw new LightpathException(ErrorCode.UNAVAILABLE, "cannot read a job's message", e);
    }
  }
}
