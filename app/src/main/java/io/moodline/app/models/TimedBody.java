package io.moodline.app.models;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer, read piece by piece, each with a limit to its wait: the limits that
 * java.net.http itself has end with the headers. Asks for one piece at a time, so that no more than
 * that waits in memory. One thread reads.
 */
final class TimedBody implements BodySubscriber<TimedBody>, AutoCloseable {

  /** A body that ended before its end. */
  static final class BrokenException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** A piece, the end, or a failure. */
  private sealed interface Event {}

  private record Piece(List<ByteBuffer> bytes) implements Event {}

  private record End() implements Event {}

  private record Failure(Throwable cause) implements Event {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private Flow.Subscription subscription;
  private boolean closed;

  @Override
  public CompletionStage<TimedBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  /**
   * The next piece.
   *
   * @param limit how long to wait for it
   * @return nothing at the end
   * @throws BrokenException when none came in time, or the connection broke
   */
  List<ByteBuffer> next(Duration limit) throws BrokenException, InterruptedException {
    Event event = events.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (event == null) {
      throw new BrokenException("nothing came for " + limit.toMillis() / 1000.0 + " s", null);
    }
    if (event instanceof Failure failure) {
      throw new BrokenException(
          "the connection broke: " + failure.cause().getMessage(), failure.cause());
    }
    if (event instanceof Piece piece) {
      ask();
      return piece.bytes();
    }
    return List.of();
  }

  private synchronized void ask() {
    if (!closed) {
      subscription.request(1);
    }
  }

  @Override
  public synchronized void onSubscribe(Flow.Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    events.add(new Piece(bytes));
  }

  @Override
  public void onError(Throwable cause) {
    events.add(new Failure(cause));
  }

  @Override
  public void onComplete() {
    events.add(new End());
  }

  /** Reads no more; the connection is given up when the body was not at its end. */
  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
