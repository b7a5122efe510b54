package io.moodline.aggregator.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Lets so many requests be worked on at once; the others wait without holding a thread. Questions
 * of other instances do not queue: if those waited for threads that wait for another instance in
 * their turn, two busy instances would wait for each other.
 */
final class RequestQueue extends QoSHandler {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MAX_WAITING = 1_000;
  private static final byte[] BUSY =
      ("{\"type\":\"about:blank\",\"title\":\"Busy\",\"status\":503,"
              + "\"detail\":\"too many requests at once; try again in a second\"}")
          .getBytes(StandardCharsets.UTF_8);

  /**
   * @param atOnce at most so many are worked on
   * @param free paths that do not queue, as path specs
   */
  RequestQueue(int atOnce, String... free) {
    setMaxRequestCount(atOnce);
    setMaxSuspendedRequestCount(MAX_WAITING);
    setMaxSuspend(PATIENCE);
    excludePath(free);
  }

  @Override
  protected void reject(Request request, Response response, Callback callback, int status) {
    response.setStatus(503);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    response.write(true, ByteBuffer.wrap(BUSY), callback);
  }
}
