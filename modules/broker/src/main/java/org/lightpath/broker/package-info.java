/**
 * The resource adapter by which the server speaks JMS with Artemis, and the broker inside it.
 *
 * <p>Flow: the server starts {@link org.lightpath.broker.LightpathResourceAdapter} -> {@link
 * org.lightpath.broker.BrokerSettings} from system properties -> either {@link
 * org.lightpath.broker.EmbeddedBroker} below the data directory or a remote broker by URL ->
 * connection factories and message-driven beans of the WAR.
 *
 * <p>May use: Artemis, the connector API. Must not use: anything of the WAR, it is started before
 * it.
 */
package org.lightpath.broker;
