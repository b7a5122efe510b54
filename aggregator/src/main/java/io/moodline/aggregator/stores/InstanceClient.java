package io.moodline.aggregator.stores;

import io.moodline.aggregator.api.NotReadyException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks other instances, so many at once and no longer than so long. Thread-safe. */
final class InstanceClient implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofMillis(500);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int AT_ONCE = 16;

  private final ExecutorService threads = Executors.newFixedThreadPool(2, named("instance-client"));
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .executor(threads)
          .build();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final InternalSecret secret;
  private final Duration patience;

  InstanceClient(InternalSecret secret) {
    this(secret, ANSWER);
  }

  /**
   * @param patience how long a whole answer may take, its body included
   */
  InstanceClient(InternalSecret secret, Duration patience) {
    this.secret = secret;
    this.patience = patience;
  }

  /** Daemon threads of a name. */
  static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * The bytes of an answer.
   *
   * @throws NotReadyException when there is none in time, or it is not 200
   */
  byte[] get(URI uri) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new NotReadyException("too many questions at once", null);
      }
      try {
        HttpResponse<byte[]> answer = wholeAnswer(uri);
        if (answer.statusCode() == 403) {
          throw new NotReadyException("refuses to answer: " + text(answer), null);
        }
        if (answer.statusCode() != 200) {
          throw new NotReadyException("answers " + answer.statusCode(), null);
        }
        return answer.body();
      } finally {
        free.release();
      }
    } catch (IOException e) {
      throw new NotReadyException("cannot be asked: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotReadyException("interrupted", e);
    }
  }

  /** The timeout of a request ends with the head of its answer; this one holds for the body too. */
  private HttpResponse<byte[]> wholeAnswer(URI uri) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request(uri), BodyHandlers.ofByteArray());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no whole answer within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      // Gives the connection up when nobody waits for it any more.
      answer.cancel(true);
    }
  }

  private HttpRequest request(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(patience);
    if (!secret.shown().isEmpty()) {
      request.header(InternalSecret.HEADER, secret.shown());
    }
    return request.build();
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
