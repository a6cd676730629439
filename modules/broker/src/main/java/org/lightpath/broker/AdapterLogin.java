package org.lightpath.broker;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQXAConnectionFactory;

/**
 * Connections that log in as the adapter's user. Payara logs the connections of its pools in itself
 * and, as no pool of ours names a user, it presents one without name and password, which Artemis
 * would prefer to the adapter's.
 */
final class AdapterLogin extends ActiveMQXAConnectionFactory {

  private static final long serialVersionUID = 1;

  /** Connections by {@code locator}, as {@code user}. */
  AdapterLogin(ServerLocator locator, String user, String password) {
    super(locator);
    setUser(user);
    setPassword(password);
  }

  /** Whatever user it is called with: there is one for the whole hub. */
  @Override
  protected synchronized ActiveMQConnection createConnectionInternal(
      String ignoredUser, String ignoredPassword, boolean xa, int type) throws JMSException {
    return super.createConnectionInternal(getUser(), getPassword(), xa, type);
  }
}
