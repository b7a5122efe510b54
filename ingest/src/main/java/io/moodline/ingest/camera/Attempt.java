package io.moodline.ingest.camera;

import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.flow.FrameSampler;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.Frame;
import io.moodline.topics.SourceAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread's work on a source: open it, take frames, open it again when it breaks, until it ends
 * or this attempt is no longer the current one. An attempt that hangs in native code is given up by
 * {@link CameraRunner}; should it wake up, it finds itself no longer current and leaves.
 */
final class Attempt implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private static final long PATIENCE_MS = 200;

  private final CameraRunner runner;
  private final long firstPauseMs;
  private volatile long progressNanos;
  private volatile boolean opening;

  /** From when a frame is claimed until it, or its outcome, is handed on. */
  private volatile boolean claimed;

  private long lastCapturedAtMs = Long.MIN_VALUE;
  private long paceOriginMs = Long.MIN_VALUE;

  /**
   * @param firstPauseMs how long to wait before the source is opened, milliseconds
   */
  Attempt(CameraRunner runner, long firstPauseMs) {
    this.runner = runner;
    this.firstPauseMs = firstPauseMs;
    progress();
  }

  /**
   * Nanoseconds since anything moved. None while a claimed frame is handed on, which takes as long
   * as the brokers are away: that is no fault of the decoder's, and who gave it up then would lose
   * a frame that is counted.
   */
  long idleNanos() {
    return claimed ? 0 : runner.nanos() - progressNanos;
  }

  /** True while the source is being opened, which may take longer than a read. */
  boolean opening() {
    return opening;
  }

  /** A frame was counted as captured: it must come to its end, whatever else happens. */
  void claimed() {
    claimed = true;
  }

  private void handedOn() {
    progress();
    claimed = false;
  }

  private void progress() {
    progressNanos = runner.nanos();
  }

  @Override
  public void run() {
    try {
      pause(firstPauseMs);
      while (runner.isCurrent(this)) {
        if (attempt()) {
          return;
        }
        pause(runner.nextPauseMs());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Asked to stop.
    }
  }

  /** Opens and reads the source once; true when there is nothing more to do. */
  private boolean attempt() throws InterruptedException {
    opening = true;
    progress();
    try (FrameSource source = runner.open()) {
      opening = false;
      progress();
      runner.board().opened(source.durationMs());
      read(source);
      runner.enter(this, CameraState.ENDED, null);
      return true;
    } catch (SourceException e) {
      boolean over = e.permanent();
      runner.enter(this, over ? CameraState.FAILED : CameraState.RECONNECTING, e.getMessage());
      return over;
    } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
      // Nothing that a decoder throws may end the camera.
      LOG.warn("{}: the decoder failed", runner.camera().getId(), e);
      runner.enter(
          this,
          CameraState.RECONNECTING,
          "the decoder failed: " + SourceAddresses.masked(e.toString()));
      return false;
    } finally {
      opening = false;
    }
  }

  private void read(FrameSource source) throws SourceException, InterruptedException {
    FrameSampler sampler = new FrameSampler(runner.camera().getTargetFps());
    lastCapturedAtMs = Long.MIN_VALUE; // A file that is opened again has the same times again.
    paceOriginMs = Long.MIN_VALUE;
    long previousMs = -1;
    for (long index = 0; runner.isCurrent(this); index++) {
      long beforeNanos = runner.nanos();
      if (!source.grab()) {
        break;
      }
      if (!source.live()) {
        progress();
        file(source, index);
      } else if (source.positionMs() > previousMs
          && !runner.timedOut(runner.nanos() - beforeNanos)) {
        progress();
        live(source, sampler);
      } // Else a frozen stream gives its last picture again: neither progress nor news.
      previousMs = source.positionMs();
    }
    if (source.live() && runner.isCurrent(this)) {
      throw SourceException.temporary("the stream ended", null);
    }
  }

  private void live(FrameSource source, FrameSampler sampler)
      throws SourceException, InterruptedException {
    // Not the wall clock, which may be set back.
    if (sampler.take(runner.nanos() / 1e6)) {
      try {
        runner.takeLive(this, source);
      } finally {
        handedOn();
      }
    }
  }

  private void file(FrameSource source, long sequence)
      throws SourceException, InterruptedException {
    long positionMs = source.positionMs();
    long begin = runner.fileStartMs(source.durationMs());
    // The same for frames that are skipped, so that a resumed file has the same times.
    lastCapturedAtMs = Math.max(lastCapturedAtMs + 1, begin + positionMs);
    if (sequence < runner.window().captured()) {
      return;
    }
    if (runner.camera().getRealtime()) {
      keepPace(positionMs);
    }
    awaitRoom();
    Frame frame = runner.frame(source, sequence, lastCapturedAtMs);
    if (runner.claim(this, sequence, positionMs, frame)) {
      try {
        enqueue(frame);
      } finally {
        handedOn();
      }
    }
  }

  /** Waits until a picture of this position is due, counted from the first that was taken. */
  private void keepPace(long positionMs) throws InterruptedException {
    long nowMs = runner.nanos() / 1_000_000;
    if (paceOriginMs == Long.MIN_VALUE) {
      paceOriginMs = nowMs - positionMs;
    }
    pause(paceOriginMs + positionMs - nowMs);
  }

  /** A decoder that waits for the pipeline is alive. */
  private void awaitRoom() throws InterruptedException {
    while (runner.isCurrent(this) && !runner.window().awaitRoom(PATIENCE_MS)) {
      progress();
    }
  }

  private void enqueue(Frame frame) throws InterruptedException {
    while (runner.isCurrent(this) && !runner.queue().offer(frame, PATIENCE_MS)) {
      progress();
    }
  }

  private void pause(long pauseMs) throws InterruptedException {
    long untilNanos = runner.nanos() + pauseMs * 1_000_000;
    for (long left = pauseMs; left > 0 && runner.isCurrent(this); ) {
      Thread.sleep(Math.min(left, PATIENCE_MS));
      progress();
      left = (untilNanos - runner.nanos()) / 1_000_000;
    }
  }
}
