package io.moodline.aggregator.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class FrameTapTest {

  private static final long WRITTEN = 1_779_999_960_000L;

  /** The end of a topic may have been written long before somebody looks at it. */
  @Test
  void whatWasWrittenMoreThanTenSecondsAgoIsNotTheLatest() {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>(
            "frames",
            0,
            5,
            WRITTEN,
            TimestampType.LOG_APPEND_TIME,
            0,
            1,
            new byte[0],
            new byte[1],
            new RecordHeaders(),
            Optional.empty());
    assertThat(FrameTap.isFresh(record, WRITTEN + 10_000)).isTrue();
    assertThat(FrameTap.isFresh(record, WRITTEN + 10_001)).isFalse();
  }
}
