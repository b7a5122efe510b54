package io.moodline.streams;

import java.util.Map;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;

/**
 * What cannot be written is tried again or ends the thread, as Kafka Streams has it; but it makes
 * no dead letter: the record it came of is processed again, so nothing is refused, and its bytes
 * may hold credentials.
 */
public final class WriteErrors extends DefaultProductionExceptionHandler {

  /** Learns of no topic for dead letters. */
  @Override
  public void configure(Map<String, ?> settings) {
    // That is all.
  }
}
