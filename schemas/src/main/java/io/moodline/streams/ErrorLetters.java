package io.moodline.streams;

import io.moodline.topics.SourceAddresses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils;

/**
 * Makes the dead letters of records that went wrong where no processor foresaw it: the original
 * bytes, and headers with the reason. Of a topic that holds credentials the bytes stay where they
 * are: the headers say at which offset.
 */
final class ErrorLetters {

  /** Setting: the name of the topic whose values hold credentials. */
  static final String SECRET_TOPIC = "moodline.dead.letters.secret.topic";

  private final String deadLetters;
  private final String secretTopic;

  /**
   * @param settings those of Kafka Streams
   */
  ErrorLetters(Map<String, ?> settings) {
    this.deadLetters = text(settings, StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
    this.secretTopic = text(settings, SECRET_TOPIC);
  }

  private static String text(Map<String, ?> settings, String key) {
    return settings.get(key) == null ? null : settings.get(key).toString();
  }

  /** The letter of a record; none where nobody could send it. */
  List<ProducerRecord<byte[], byte[]>> of(ErrorHandlerContext at, Exception reason) {
    if (deadLetters == null || isGlobal(at)) {
      return List.of();
    }
    boolean secret = isSecret(at);
    ProducerRecord<byte[], byte[]> letter =
        ExceptionHandlerUtils.buildDeadLetterQueueRecord(
            deadLetters, at.sourceRawKey(), secret ? null : at.sourceRawValue(), at, reason);
    if (secret) {
      hideCredentials(letter.headers(), reason);
    }
    return List.of(letter);
  }

  /**
   * The thread of a global table has no producer, and Kafka Streams would end it at the attempt to
   * send a letter. Such a topic is read by every instance besides; a service that owns its
   * partitions writes the letter.
   */
  private static boolean isGlobal(ErrorHandlerContext at) {
    return at.taskId() == null || at.taskId().subtopology() < 0;
  }

  private boolean isSecret(ErrorHandlerContext at) {
    return at.topic() != null && at.topic().equals(secretTopic);
  }

  private static void hideCredentials(Headers headers, Exception reason) {
    headers.remove(ExceptionHandlerUtils.HEADER_ERRORS_STACKTRACE_NAME);
    headers.remove(DeadLetter.MESSAGE);
    headers.add(
        DeadLetter.MESSAGE,
        SourceAddresses.masked(String.valueOf(reason.getMessage()))
            .getBytes(StandardCharsets.UTF_8));
  }

  /** What a log may say of it. */
  static String shown(ErrorHandlerContext at, Exception reason) {
    return "%s, partition %d, offset %d: %s"
        .formatted(
            at.topic(), at.partition(), at.offset(), SourceAddresses.masked(reason.toString()));
  }
}
