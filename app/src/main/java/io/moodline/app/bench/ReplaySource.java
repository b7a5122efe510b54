package io.moodline.app.bench;

import io.moodline.ingest.EncodedPicture;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.FrameSourceFactory;
import io.moodline.ingest.SourceException;
import io.moodline.ingest.SourceRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A video, read several times in a row. */
final class ReplaySource implements FrameSource {

  /** Between the last picture of one turn and the first of the next. */
  private static final long GAP_MS = 40;

  private final FrameSourceFactory videos;
  private final SourceRequest request;
  private final boolean live;
  private final int times;
  private final long startNanos = System.nanoTime();
  private FrameSource video;
  private int turn;
  private long offsetMs;

  ReplaySource(FrameSourceFactory videos, SourceRequest request, boolean live, int times)
      throws SourceException {
    this.videos = videos;
    this.request = request;
    this.live = live;
    this.times = times;
    this.video = videos.open(request);
  }

  @Override
  public boolean live() {
    return live;
  }

  @Override
  public long durationMs() {
    return live ? 0 : video.durationMs() * times;
  }

  @Override
  public boolean grab() throws SourceException {
    while (!video.grab()) {
      turn++;
      if (turn >= times) {
        return false;
      }
      offsetMs += video.positionMs() + GAP_MS;
      video.close();
      video = videos.open(request);
    }
    if (live) {
      awaitDue();
    }
    return true;
  }

  private void awaitDue() {
    long dueNanos = startNanos + TimeUnit.MILLISECONDS.toNanos(positionMs());
    while (dueNanos - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(dueNanos - System.nanoTime());
    }
  }

  @Override
  public long positionMs() {
    return offsetMs + video.positionMs();
  }

  @Override
  public EncodedPicture encode() throws SourceException {
    return video.encode();
  }

  @Override
  public void close() {
    video.close();
  }
}
