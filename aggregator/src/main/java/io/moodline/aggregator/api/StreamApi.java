package io.moodline.aggregator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.moodline.aggregator.live.Batch;
import io.moodline.aggregator.live.LiveEvent;
import io.moodline.aggregator.live.LiveFilter;
import io.moodline.aggregator.live.LiveHub;
import io.moodline.schemas.Emotion;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live events as server-sent events. Each stream has a thread of its own, since a slow reader holds
 * up whoever writes to it; the threads that answer requests are not held.
 */
final class StreamApi {

  private static final Logger LOG = LoggerFactory.getLogger(StreamApi.class);
  private static final long HEARTBEAT_MS = 5_000;
  private static final List<String> EMOTIONS =
      Arrays.stream(Emotion.values()).map(Enum::name).toList();

  private final LiveHub hub;
  private final CameraSites sites;
  private final Clock clock;
  private final ObjectMapper json = new ObjectMapper();

  StreamApi(LiveHub hub, CameraSites sites, Clock clock) {
    this.hub = hub;
    this.sites = sites;
    this.clock = clock;
  }

  void open(Context request) throws IOException {
    LiveHub.Listener listener =
        hub.join(filter(new Params(request, "camera", "site", "emotion", "minConfidence")))
            .orElseThrow(() -> full(request));
    try {
      request.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
      request.res().flushBuffer();
      OutputStream out = request.res().getOutputStream();
      request.future(() -> start(listener, out, request.req().getAsyncContext()));
    } catch (IOException | RuntimeException e) {
      listener.close();
      throw e;
    }
  }

  /**
   * Starts the stream's thread.
   *
   * @return what never completes: the stream ends with the reader's context, and not by going on
   *     with a request that the server may have given to somebody else
   */
  private CompletableFuture<Void> start(
      LiveHub.Listener listener, OutputStream out, AsyncContext reader) {
    try {
      Thread thread = new Thread(() -> writeUntilEnded(listener, out, reader), "event-stream");
      thread.setDaemon(true);
      thread.start();
      return new CompletableFuture<>();
    } catch (RuntimeException | OutOfMemoryError e) {
      listener.close();
      throw e;
    }
  }

  private static Problem full(Context request) {
    request.header("Retry-After", "5");
    return Problem.of(
        503, "Too many streams", "there are " + LiveHub.MAX_LISTENERS + " streams already");
  }

  private static LiveFilter filter(Params params) {
    String emotion = params.oneOf("emotion", null, EMOTIONS);
    return new LiveFilter(
        params.id("camera"),
        params.id("site"),
        emotion == null ? null : Emotion.valueOf(emotion),
        params.share("minConfidence", 0));
  }

  /** However it ends, the reader is told, and does not wait for a stream that nobody writes to. */
  private void writeUntilEnded(LiveHub.Listener listener, OutputStream out, AsyncContext reader) {
    try {
      write(listener, out);
    } finally {
      end(reader);
    }
  }

  private static void end(AsyncContext reader) {
    try {
      reader.complete();
    } catch (IllegalStateException e) {
      LOG.debug("the server ended a stream before: its reader had gone");
    }
  }

  private void write(LiveHub.Listener listener, OutputStream out) {
    try (listener) {
      comment(out, listener.awaitReady() ? "live" : "not live yet");
      beat(out);
      long beat = System.nanoTime();
      while (listener.isOpen()) {
        long sinceMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beat);
        Batch batch = listener.take(Math.max(0, HEARTBEAT_MS - sinceMs));
        send(out, batch);
        if (System.nanoTime() - beat >= TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MS)) {
          beat(out);
          beat = System.nanoTime();
        }
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("the reader of a stream has gone: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(OutputStream out, Batch batch) throws IOException {
    StringBuilder text = new StringBuilder();
    if (batch.dropped() > 0) {
      append(text, "dropped", new StreamView.Dropped(batch.dropped()));
    }
    for (LiveEvent event : batch.events()) {
      append(text, StreamView.nameOf(event), StreamView.of(event, sites));
    }
    if (text.length() > 0) {
      send(out, text.toString());
    }
  }

  private void append(StringBuilder text, String name, Object data) throws JsonProcessingException {
    text.append("event: ").append(name).append('\n');
    text.append("data: ").append(json.writeValueAsString(data)).append("\n\n");
  }

  /** For programs a comment; for pages, which see no comments, an event. */
  private void beat(OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(": still here\n\n");
    append(text, "heartbeat", new StreamView.Heartbeat(Views.time(clock.millis())));
    send(out, text.toString());
  }

  private static void comment(OutputStream out, String text) throws IOException {
    send(out, ": " + text + "\n\n");
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
