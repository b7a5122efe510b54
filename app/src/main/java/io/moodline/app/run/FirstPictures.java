package io.moodline.app.run;

import io.moodline.aggregator.api.ProbeFailure;
import io.moodline.aggregator.api.SourceProbe;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import io.moodline.ingest.camera.SourceOpener;
import io.moodline.topics.SourceAddresses;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Takes first pictures with what ingest opens sources with. Each is taken on a thread of its own,
 * which is given up when it takes too long: native code cannot be interrupted. Thread-safe.
 */
public final class FirstPictures implements SourceProbe {

  private static final int AT_ONCE = 2;

  /**
   * Beyond so many that never came back, the process must be restarted: each holds native memory.
   */
  private static final int MAX_THREADS = 32;

  private static final int MAX_WIDTH = 1_280;
  private static final int JPEG_QUALITY = 85;
  private static final double FPS = 5;

  /** FFmpeg tries to open twice, each time for so long. */
  private static final Duration EACH_READ = Duration.ofSeconds(4);

  private final Supplier<SourceOpener> openers;
  private final Duration patience;
  private final ExecutorService threads;

  /** Of those that are waited for; one that was given up takes nobody's turn. */
  private final Semaphore turns = new Semaphore(AT_ONCE);

  /**
   * @param openers asked at each probe, so that nothing native is loaded before the first
   */
  public FirstPictures(Supplier<SourceOpener> openers) {
    this(openers, Duration.ofSeconds(10));
  }

  FirstPictures(Supplier<SourceOpener> openers, Duration patience) {
    this.openers = openers;
    this.patience = patience;
    this.threads =
        new ThreadPoolExecutor(
            0, MAX_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), FirstPictures::daemon);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "first-picture");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public byte[] picture(String source) throws ProbeFailure {
    if (!turns.tryAcquire()) {
      throw busy(AT_ONCE + " sources are being looked at; try again in a moment");
    }
    try {
      return await(source, submit(source));
    } finally {
      turns.release();
    }
  }

  private Future<byte[]> submit(String source) throws ProbeFailure {
    try {
      return threads.submit(() -> take(source));
    } catch (RejectedExecutionException e) {
      throw busy(
          MAX_THREADS
              + " sources have never answered, and their decoders still hang; restart this service"
              + " to look at more");
    }
  }

  private byte[] await(String source, Future<byte[]> taken) throws ProbeFailure {
    try {
      return taken.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      taken.cancel(true);
      throw tooSlow(source);
    } catch (InterruptedException e) {
      taken.cancel(true);
      Thread.currentThread().interrupt();
      throw tooSlow(source);
    } catch (ExecutionException e) {
      throw failure(source, e.getCause());
    }
  }

  private byte[] take(String source) throws SourceException {
    SourceRequest request =
        new SourceRequest(source, FPS, false, MAX_WIDTH, JPEG_QUALITY, EACH_READ);
    try (FrameSource open = openers.get().open(request)) {
      if (!open.grab()) {
        throw SourceException.temporary("it ended before its first picture", null);
      }
      return open.encode().jpeg();
    }
  }

  private static ProbeFailure busy(String detail) {
    return new ProbeFailure(ProbeFailure.Kind.BUSY, detail);
  }

  private ProbeFailure tooSlow(String source) {
    return new ProbeFailure(
        ProbeFailure.Kind.TOO_SLOW,
        "no picture of %s within %d s"
            .formatted(SourceAddresses.masked(source), patience.toSeconds()));
  }

  private static ProbeFailure failure(String source, Throwable cause) {
    String reason = SourceAddresses.masked(String.valueOf(cause.getMessage()));
    String text =
        reason.startsWith("cannot open")
            ? reason
            : "cannot open " + SourceAddresses.masked(source) + ": " + reason;
    return new ProbeFailure(ProbeFailure.Kind.CANNOT_OPEN, text);
  }
}
