package io.moodline.streams;

import io.moodline.serde.SchemaRegistryException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A malformed record goes to the dead letters, and the stream goes on. Anything else that keeps a
 * record from being read, such as a schema registry that is away, ends the thread: it is read again
 * by the next one ({@link ThreadDeaths}).
 */
public final class ReadErrors implements DeserializationExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ReadErrors.class);

  private ErrorLetters letters;

  @Override
  public void configure(Map<String, ?> settings) {
    letters = new ErrorLetters(settings);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext at, ConsumerRecord<byte[], byte[]> record, Exception reason) {
    if (!isMalformed(reason) || SchemaRegistryException.isBehind(reason)) {
      return Response.fail();
    }
    LOG.warn("a record cannot be read, in {}", ErrorLetters.shown(at, reason));
    return Response.resume(letters.of(at, reason));
  }

  private static boolean isMalformed(Throwable e) {
    return e != null && (e instanceof SerializationException || isMalformed(e.getCause()));
  }
}
