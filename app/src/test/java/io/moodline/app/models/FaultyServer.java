package io.moodline.app.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A real server on this computer that answers as a script says, one line a request, and well when
 * the script is at its end.
 */
final class FaultyServer implements AutoCloseable {

  /** What a server may do. */
  enum Act {
    /** Ranges and entity tags as they should be. */
    GOOD,
    /** The whole file, whatever range was asked for. */
    WHOLE,
    /** Well begun, cut off after half of what was asked for. */
    DROPS,
    /** The same, without a length that would tell. */
    ENDS_EARLY,
    /** Closes the connection without a word. */
    HANGS_UP,
    /** Half of what was asked for, and then nothing for ever. */
    STALLS,
    /** Nothing at all for ever. */
    SILENT,
    /** Right length, wrong bytes. */
    GARBAGE,
    /** Wrong bytes for the range that was asked for. */
    GARBAGE_PART,
    /** Another length, as a page to log in. */
    PAGE,
    /** Too many bytes, without a length. */
    ENDLESS,
    /** Another part than was asked for. */
    OTHER_PART,
    /** A part that claims to be of a larger file. */
    PART_OF_LARGER,
    /** No such range, whatever it is. */
    NO_RANGE,
    NOT_FOUND,
    BUSY,
    /** To itself, which then plays the next line. */
    REDIRECTS,
    REDIRECTS_FOR_EVER,
    REDIRECTS_TO_PLAIN_HTTP,
    REDIRECTS_NOWHERE
  }

  static final String ETAG = "\"one\"";

  private final byte[] content;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Deque<Act> script;
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  FaultyServer(byte[] content, Act... script) {
    this(content, Arrays.asList(script));
  }

  FaultyServer(byte[] content, List<Act> script) {
    this.content = content.clone();
    this.script = new ArrayDeque<>(script);
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:%d/model.onnx".formatted(server.getAddress().getPort()));
  }

  /** The Range header and If-Range header of each request, "-" where there was none. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private synchronized Act next() {
    return script.isEmpty() ? Act.GOOD : script.poll();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
    asked.add((range == null ? "-" : range) + " " + (ifRange == null ? "-" : ifRange));
    boolean ranged = range != null && (ifRange == null || ifRange.equals(ETAG));
    int from = ranged ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
    try {
      play(next(), exchange, from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private void play(Act act, HttpExchange exchange, int from)
      throws IOException, InterruptedException {
    byte[] rest = Arrays.copyOfRange(content, Math.min(from, content.length), content.length);
    byte[] half = Arrays.copyOf(rest, rest.length / 2);
    switch (act) {
      case GOOD -> send(exchange, from, content.length, rest, rest.length);
      case WHOLE -> send(exchange, 0, content.length, content, content.length);
      case DROPS -> send(exchange, from, content.length, half, rest.length);
      case ENDS_EARLY -> send(exchange, from, content.length, half, 0);
      case HANGS_UP -> exchange.close();
      case STALLS -> {
        send(exchange, from, content.length, half, rest.length);
        closed.await();
      }
      case SILENT -> closed.await();
      case GARBAGE -> send(exchange, 0, content.length, wrong(content), content.length);
      case GARBAGE_PART -> send(exchange, from, content.length, wrong(rest), rest.length);
      case PAGE -> {
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        send(exchange, 0, 0, new byte[100], 100);
      }
      case ENDLESS -> endless(exchange);
      case OTHER_PART -> send(exchange, from + 1, content.length, half, half.length);
      case PART_OF_LARGER -> send(exchange, from, content.length + 1, rest, rest.length);
      case NO_RANGE -> status(exchange, from == 0 ? 503 : 416);
      case NOT_FOUND -> status(exchange, 404);
      case BUSY -> status(exchange, 503);
      case REDIRECTS -> redirect(exchange, "/elsewhere");
      case REDIRECTS_FOR_EVER -> {
        synchronized (this) {
          script.addFirst(Act.REDIRECTS_FOR_EVER);
        }
        redirect(exchange, "/for-ever");
      }
      case REDIRECTS_TO_PLAIN_HTTP -> redirect(exchange, "http://example.org/model.onnx");
      case REDIRECTS_NOWHERE -> status(exchange, 302);
    }
  }

  /** A part when it does not begin at 0; a length of 0 sends chunks. */
  private static void send(HttpExchange exchange, int from, int total, byte[] bytes, long length)
      throws IOException {
    exchange.getResponseHeaders().set("ETag", ETAG);
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes %d-%d/%d".formatted(from, total - 1, total));
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, length);
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().flush();
  }

  private void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    for (int sent = 0; sent <= 100 * content.length; sent += content.length) {
      exchange.getResponseBody().write(content);
    }
  }

  private static void status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    status(exchange, 302);
  }

  private static byte[] wrong(byte[] bytes) {
    byte[] wrong = bytes.clone();
    if (wrong.length > 0) {
      wrong[wrong.length / 2] ^= 1;
    }
    return wrong;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
