package org.lightpath.jobs.queue;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.lightpath.jobs.WorkWaiting;
import org.lightpath.platform.telemetry.Work;

/**
 * Tells the executors, through the broker, that a job waits. From a thread of its own: a broker
 * that is away never holds up a request, and a message that is lost is made good by the sweep of
 * {@code JobStart}.
 */
@ConnectionFactoryDefinition(
    name = "java:app/jms/lightpath",
    interfaceName = "jakarta.jms.ConnectionFactory",
    resourceAdapter = "${MPCONFIG=lightpath.broker.adapter:#lightpath-broker}",
    transactionSupport = TransactionSupportLevel.NoTransaction,
    minPoolSize = 0,
    maxPoolSize = 10)
@ApplicationScoped
public class JmsJobQueue {

  static final String QUEUE = "jobs.work";
  private static final int MAX_WAITING = 1000;
  private static final Logger LOG = System.getLogger(JmsJobQueue.class.getName());

  @Resource(lookup = "java:app/jms/lightpath")
  private ConnectionFactory broker;

  @Resource private ManagedThreadFactory threads;

  private ExecutorService sender;

  @PostConstruct
  void start() {
    sender =
        new ThreadPoolExecutor(
            0,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            threads,
            new ThreadPoolExecutor.DiscardPolicy());
  }

  void onWork(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkWaiting work) {
    String traceparent = Work.presentTrace().traceparent();
    sender.execute(() -> send(work, traceparent));
  }

  private void send(WorkWaiting work, String traceparent) {
    try (JMSContext context = broker.createContext()) {
      TextMessage message = context.createTextMessage(work.site() + " " + work.device());
      message.setStringProperty("site", work.site().value());
      message.setStringProperty("device", work.device());
      message.setStringProperty("traceparent", traceparent);
      context.createProducer().send(context.createQueue(QUEUE), message);
    } catch (JMSRuntimeException | JMSException e) {
      LOG.log(Level.WARNING, "the broker did not take the message of a job: {0}", e.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    sender.shutdownNow();
  }
}
