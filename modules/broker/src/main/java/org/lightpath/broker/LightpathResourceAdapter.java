package org.lightpath.broker;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMConnectorFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;
import org.apache.activemq.artemis.ra.ConnectionFactoryProperties;

/**
 * Artemis's resource adapter, which brings its own broker unless {@code lightpath.broker.url} names
 * one.
 *
 * <p>Sends fail within about 5 s while the broker is away: the connection factory gives a broken
 * connection up and makes a new one for the next send. Message-driven beans wait for the broker
 * instead, for ever. A send is on the broker's disk when it returns, whatever transaction is
 * around: the factory takes no part in any.
 */
public class LightpathResourceAdapter extends ActiveMQResourceAdapter {

  private static final long serialVersionUID = 1;
  private static final Logger LOG = System.getLogger(LightpathResourceAdapter.class.getName());

  private static final long CALL_MILLIS = 2_500;
  private static final String CONNECT_MILLIS = "2000";

  /** A broker that says nothing for so long counts as gone. */
  private static final long SILENCE_MILLIS = 6_000;

  private static final long CHECK_MILLIS = 2_000;
  private static final long RETRY_MILLIS = 500;
  private static final long LONGEST_RETRY_MILLIS = 5_000;
  private static final int FOR_EVER = -1;

  private transient EmbeddedBroker broker;

  @Override
  public void start(BootstrapContext context) throws ResourceAdapterInternalException {
    try {
      BrokerSettings settings = BrokerSettings.read(LightpathResourceAdapter::setting);
      LOG.log(Level.INFO, "JMS: {0}", settings);
      if (settings.url().isPresent()) {
        useRemote(settings);
      } else {
        useEmbedded(settings);
      }
      setUpConnections();
      super.start(context);
    } catch (Exception e) {
      stopBroker();
      throw new ResourceAdapterInternalException("JMS cannot start: " + e.getMessage(), e);
    }
  }

  @Override
  public void stop() {
    try {
      super.stop();
    } finally {
      stopBroker();
    }
  }

  private void useEmbedded(BrokerSettings settings) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(LightpathResourceAdapter.class.getClassLoader());
    try {
      broker = EmbeddedBroker.start(settings.directory().orElseThrow(), settings.acceptor());
    } finally {
      thread.setContextClassLoader(before);
    }
    setConnectorClassName(InVMConnectorFactory.class.getName());
    setConnectionParameters("serverId=0");
  }

  /** The adapter takes each server of the URL as a class name and a list of parameters. */
  private void useRemote(BrokerSettings settings) throws Exception {
    try (ServerLocator locator = ActiveMQClient.createServerLocator(settings.url().orElseThrow())) {
      TransportConfiguration[] servers = locator.getStaticTransportConfigurations();
      setConnectorClassName(
          Stream.of(servers)
              .map(TransportConfiguration::getFactoryClassName)
              .collect(Collectors.joining(",")));
      setConnectionParameters(
          Stream.of(servers)
              .map(server -> parameters(server.getParams()))
              .collect(Collectors.joining(",")));
    }
    if (!settings.user().isEmpty()) {
      setUserName(settings.user());
      setPassword(settings.password());
    }
    setConnectionTTL(SILENCE_MILLIS);
    setClientFailureCheckPeriod(CHECK_MILLIS);
  }

  @Override
  public ActiveMQConnectionFactory newConnectionFactory(ConnectionFactoryProperties overrides) {
    ActiveMQConnectionFactory factory = super.newConnectionFactory(overrides);
    return getUserName() == null
        ? factory
        : new AdapterLogin(factory.getServerLocator(), getUserName(), getPassword());
  }

  private static String parameters(Map<String, Object> server) {
    String given =
        server.entrySet().stream()
            .filter(entry -> entry.getValue() != null && !entry.getValue().toString().isEmpty())
            .map(entry -> entry.getKey() + "=" + entry.getValue().toString().replace(",", "\\,"))
            .collect(Collectors.joining(";"));
    return given + ";connect-timeout-millis=" + CONNECT_MILLIS;
  }

  /** What holds for beans and factory alike; ra.xml sets the factory's attempts to zero. */
  private void setUpConnections() {
    setIgnoreJTA(true);
    setCallTimeout(CALL_MILLIS);
    setCallFailoverTimeout(CALL_MILLIS);
    setReconnectAttempts(FOR_EVER);
    setRetryInterval(RETRY_MILLIS);
    setRetryIntervalMultiplier(2.0);
    setMaxRetryInterval(LONGEST_RETRY_MILLIS);
    setSetupAttempts(FOR_EVER);
    setSetupInterval(LONGEST_RETRY_MILLIS);
  }

  private void stopBroker() {
    if (broker == null) {
      return;
    }
    try {
      broker.stop();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "the embedded broker did not stop cleanly", e);
    }
    broker = null;
  }

  /** Adapters are told apart by identity: each has its own broker. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /** A system property; a password may also come by the environment, where fewer can read it. */
  private static String setting(String key) {
    String variable = key.replace('.', '_').toUpperCase(Locale.ROOT);
    return System.getProperty(key, System.getenv(variable));
  }
}
