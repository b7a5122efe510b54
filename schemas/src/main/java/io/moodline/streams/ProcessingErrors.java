package io.moodline.streams;

import io.moodline.serde.SchemaRegistryException;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What no processor foresaw goes to the dead letters, and the stream goes on; unless a schema
 * registry is to blame, as for a value that was to be stored: then the thread ends, and the record
 * is processed again by the next one ({@link ThreadDeaths}).
 */
public final class ProcessingErrors implements ProcessingExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessingErrors.class);

  private ErrorLetters letters;

  @Override
  public void configure(Map<String, ?> settings) {
    letters = new ErrorLetters(settings);
  }

  @Override
  public Response handleError(ErrorHandlerContext at, Record<?, ?> record, Exception reason) {
    if (SchemaRegistryException.isBehind(reason)) {
      return Response.fail();
    }
    LOG.warn("{} fails on {}", at.processorNodeId(), ErrorLetters.shown(at, reason));
    LOG.debug("{} fails", at.processorNodeId(), reason);
    return Response.resume(letters.of(at, reason));
  }
}
