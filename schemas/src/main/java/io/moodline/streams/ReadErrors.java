package io.moodline.streams;

import io.moodline.serde.SchemaRegistryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A malformed record goes to the dead letters, its frame gets an outcome, and the stream goes on.
 * Anything else that keeps a record from being read, such as a schema registry that is away, ends
 * the thread: it is read again by the next one ({@link ThreadDeaths}).
 */
public final class ReadErrors implements DeserializationExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ReadErrors.class);

  private ErrorLetters letters;
  private UnreadFrames frames;

  @Override
  public void configure(Map<String, ?> settings) {
    letters = new ErrorLetters(settings);
    frames = new UnreadFrames(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext at, ConsumerRecord<byte[], byte[]> record, Exception reason) {
    if (!isMalformed(reason) || SchemaRegistryException.isBehind(reason)) {
      return Response.fail();
    }
    LOG.warn("a record cannot be read, in {}", ErrorLetters.shown(at, reason));
    List<ProducerRecord<byte[], byte[]>> written = new ArrayList<>(letters.of(at, reason));
    written.addAll(frames.outcome(record, reason));
    return Response.resume(written);
  }

  private static boolean isMalformed(Throwable e) {
    return e != null && (e instanceof SerializationException || isMalformed(e.getCause()));
  }
}
