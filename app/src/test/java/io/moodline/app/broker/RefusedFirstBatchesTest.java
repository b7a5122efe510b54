package io.moodline.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.junit.jupiter.api.Test;

class RefusedFirstBatchesTest {

  private final LoggerContext context = new LoggerContext();

  @Test
  void aBatchThatIsSentAgainIsNoError() {
    assertThat(decide("kafka.server.ReplicaManager", new OutOfOrderSequenceException("1, not 0")))
        .isEqualTo(FilterReply.DENY);
  }

  @Test
  void everythingElseIs() {
    assertThat(decide("kafka.server.ReplicaManager", new NotLeaderOrFollowerException()))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide("kafka.server.ReplicaManager", null)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decide("io.moodline.ingest.KafkaFrameSink", new OutOfOrderSequenceException("")))
        .isEqualTo(FilterReply.NEUTRAL);
  }

  private FilterReply decide(String name, Throwable thrown) {
    Logger logger = context.getLogger(name);
    return new RefusedFirstBatches()
        .decide(new LoggingEvent("", logger, Level.ERROR, "error processing append", thrown, null));
  }
}
