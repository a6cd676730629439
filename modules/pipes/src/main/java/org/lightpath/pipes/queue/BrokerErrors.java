package org.lightpath.pipes.queue;

import java.util.EnumSet;
import java.util.Set;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQExceptionType;
import org.lightpath.platform.ErrorCode;
import org.lightpath.platform.LightpathException;

/** What a failure of the broker means to the caller and to the connection. */
final class BrokerErrors {

  /** Answers of a broker that is well; everything else says that the connection is gone. */
  private static final Set<ActiveMQExceptionType> OF_ONE_QUEUE =
      EnumSet.of(
          ActiveMQExceptionType.ADDRESS_FULL,
          ActiveMQExceptionType.ADDRESS_DOES_NOT_EXIST,
          ActiveMQExceptionType.DUPLICATE_ID_REJECTED,
          ActiveMQExceptionType.ILLEGAL_STATE,
          ActiveMQExceptionType.QUEUE_DOES_NOT_EXIST,
          ActiveMQExceptionType.QUEUE_EXISTS,
          ActiveMQExceptionType.SECURITY_EXCEPTION,
          ActiveMQExceptionType.TRANSACTION_ROLLED_BACK);

  private BrokerErrors() {}

  static boolean breaksConnection(Exception failure) {
    return !(failure instanceof LightpathException)
        && !(failure instanceof ActiveMQException broker
            && OF_ONE_QUEUE.contains(broker.getType()));
  }

  /** The failure as the caller hears it. */
  static LightpathException toCaller(Exception failure) {
    if (failure instanceof LightpathException known) {
      return known;
    }
    if (failure instanceof ActiveMQException broker) {
      if (broker.getType() == ActiveMQExceptionType.ADDRESS_FULL) {
        return new LightpathException(
            ErrorCode.NO_SPACE, "the message broker has no space left for this queue", failure);
      }
      return away(broker.getType().toString(), failure);
    }
    return away(failure.getClass().getSimpleName(), failure);
  }

  private static LightpathException away(String reason, Exception failure) {
    return new LightpathException(
        ErrorCode.UNAVAILABLE,
        "the message broker did not carry it out (%s); try again".formatted(reason),
        failure);
  }
}
