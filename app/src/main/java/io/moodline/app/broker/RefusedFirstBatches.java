package io.moodline.app.broker;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;

/**
 * Leaves out what a broker logs as an error when a producer begins to write to a partition in
 * transactions: it holds back the first batch until it knows that the transaction goes on, and
 * refuses those that were sent behind it. The producer sends all of them again, in order. Were it
 * to give up, it would say so itself.
 */
public final class RefusedFirstBatches extends Filter<ILoggingEvent> {

  private static final String LOGGER = "kafka.server.ReplicaManager";

  @Override
  public FilterReply decide(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    boolean refused =
        thrown != null
            && event.getLoggerName().equals(LOGGER)
            && thrown.getClassName().equals(OutOfOrderSequenceException.class.getName());
    return refused ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
