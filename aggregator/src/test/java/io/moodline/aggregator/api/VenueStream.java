package io.moodline.aggregator.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Events of the {@link Venue} five times a second, to whoever listens. */
final class VenueStream {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PERIOD_MS = 200;
  private static final String HEARTBEAT = "event: heartbeat\ndata: {}\n\n";

  private final VenueServer venue;
  private final Set<OutputStream> listeners = ConcurrentHashMap.newKeySet();

  /** Sends heartbeats, as the real service does. */
  volatile boolean beats;

  /** Open, and sends nothing any more: as when a network in between has lost the connection. */
  volatile boolean dead;

  private volatile CountDownLatch broken = new CountDownLatch(1);

  VenueStream(VenueServer venue) {
    this.venue = venue;
  }

  /** When the newest picture at {@code ms} was taken. */
  static long tick(long ms) {
    return ms / PERIOD_MS * PERIOD_MS;
  }

  /** Holds the request's own thread until the browser goes or the server breaks it off. */
  void open(Context request) throws IOException, InterruptedException {
    request.res().setContentType("text/event-stream;charset=utf-8");
    request.res().setHeader("Cache-Control", "no-store");
    OutputStream out = request.res().getOutputStream();
    listeners.add(out);
    String camera = request.queryParam("camera");
    boolean emotions = request.queryParam("minConfidence") == null;
    try {
      write(out, "retry: 500\n: hello\n\n" + (beats && !dead ? HEARTBEAT : ""));
      while (listeners.contains(out)) {
        if (dead) {
          // Not even that it still lives.
        } else if (beats) {
          write(out, HEARTBEAT);
        } else if (emotions) {
          emotions(out, camera, tick(venue.now()) - PERIOD_MS);
        } else {
          write(out, ": still here\n\n");
        }
        broken.await(PERIOD_MS, TimeUnit.MILLISECONDS);
      }
    } catch (IOException e) {
      // The browser has gone.
    } finally {
      listeners.remove(out);
    }
  }

  private void emotions(OutputStream out, String camera, long at) throws IOException {
    String site = String.valueOf(venue.cameras.getOrDefault(camera, Map.of()).get("site"));
    for (Venue.Visitor visitor : Venue.visitors(camera, at, at)) {
      write(out, text("emotion", VenueFaces.event(visitor, site, at)));
    }
  }

  void send(String name, Map<String, Object> data) {
    for (OutputStream out : listeners) {
      try {
        write(out, text(name, data));
      } catch (IOException e) {
        listeners.remove(out);
      }
    }
  }

  void breakAll() {
    listeners.clear();
    broken.countDown();
    broken = new CountDownLatch(1);
  }

  private static String text(String name, Map<String, Object> data) throws JsonProcessingException {
    return "event: " + name + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
  }

  private static void write(OutputStream out, String text) throws IOException {
    synchronized (out) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }
}
