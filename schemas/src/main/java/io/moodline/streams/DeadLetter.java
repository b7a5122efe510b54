package io.moodline.streams;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.internals.ExceptionHandlerUtils;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * A record that a stage refuses: its original bytes, and headers that say which stage and why.
 *
 * <p>What cannot even be deserialised is refused before any processor sees it ({@link ReadErrors});
 * the headers named {@code __streams.errors.*} are the same in both cases, so that one reader reads
 * all.
 */
public final class DeadLetter {

  /** Header: the stage that refused the record. */
  public static final String STAGE = "moodline.stage";

  public static final String EXCEPTION = ExceptionHandlerUtils.HEADER_ERRORS_EXCEPTION_NAME;
  public static final String MESSAGE = ExceptionHandlerUtils.HEADER_ERRORS_EXCEPTION_MESSAGE_NAME;
  public static final String TOPIC = ExceptionHandlerUtils.HEADER_ERRORS_TOPIC_NAME;
  public static final String PARTITION = ExceptionHandlerUtils.HEADER_ERRORS_PARTITION_NAME;
  public static final String OFFSET = ExceptionHandlerUtils.HEADER_ERRORS_OFFSET_NAME;

  private DeadLetter() {}

  /**
   * Makes the record for the {@code dead-letters} topic.
   *
   * @param stage who refuses
   * @param source the refused record
   * @param topic the topic it came from, whose serdes give its bytes back
   * @param at where it came from, or null when unknown
   * @param reason why
   */
  public static <V> Record<byte[], byte[]> of(
      String stage,
      Record<String, V> source,
      io.moodline.topics.Topic<String, V> topic,
      RecordMetadata at,
      Throwable reason) {
    Headers headers = new RecordHeaders();
    String message = reason.getMessage();
    Map<String, String> values =
        Map.of(
            STAGE,
            stage,
            EXCEPTION,
            reason.getClass().getName(),
            MESSAGE,
            message == null ? reason.getClass().getSimpleName() : message,
            TOPIC,
            topic.name(),
            PARTITION,
            at == null ? "-1" : Integer.toString(at.partition()),
            OFFSET,
            at == null ? "-1" : Long.toString(at.offset()));
    values.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    byte[] key = topic.keys().serializer().serialize(topic.name(), source.key());
    byte[] value = topic.values().serializer().serialize(topic.name(), source.value());
    return new Record<>(key, value, source.timestamp(), headers);
  }
}
