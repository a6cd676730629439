package org.lightpath.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSSecurityException;
import jakarta.jms.XAQueueConnection;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQXAConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AdapterLoginTest {

  private static final String URL = "vm://7";

  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

  @BeforeEach
  void startABrokerThatAdmitsOneUser() throws Exception {
    SecurityConfiguration users = new SecurityConfiguration();
    users.addUser("hub", "secret");
    broker.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
    broker.setConfiguration(
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setJMXManagementEnabled(false)
            .addAcceptorConfiguration("in-vm", URL));
    broker.start();
  }

  @AfterEach
  void stop() throws Exception {
    broker.stop();
  }

  @Test
  void theAdaptersUserCountsEvenIfTheServerPresentsOneWithoutAName() throws Exception {
    try (AdapterLogin login = login("secret");
        XAQueueConnection connection = login.createXAQueueConnection("", "")) {
      assertThat(connection.createXAQueueSession()).isNotNull();
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    try (AdapterLogin login = login("wrong")) {
      assertThatThrownBy(() -> login.createXAQueueConnection("", ""))
          .isInstanceOf(JMSSecurityException.class);
    }
  }

  @Test
  void withoutItTheBrokerRefusesWhatTheServerPresents() throws Exception {
    try (ActiveMQXAConnectionFactory plain =
        new ActiveMQXAConnectionFactory(URL, "hub", "secret")) {
      assertThatThrownBy(() -> plain.createXAQueueConnection("", ""))
          .isInstanceOf(JMSSecurityException.class);
    }
  }

  private static AdapterLogin login(String password) throws Exception {
    return new AdapterLogin(ActiveMQClient.createServerLocator(URL), "hub", password);
  }
}
