package io.moodline.ingest.camera;

import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import java.time.Clock;
import java.util.function.LongSupplier;

/** The state of one camera's source, as it becomes known. Thread-safe. */
final class StatusBoard {

  private final Camera camera;
  private final long session;
  private final Clock clock;
  private final RateMeter rate;
  private CameraState state = CameraState.CONNECTING;
  private long sinceMs;
  private String reason;
  private long shed;
  private long reconnects;
  private int width;
  private int height;
  private long positionMs;
  private long durationMs;
  private String detector;

  /**
   * @param clock the wall clock
   * @param nanos a clock that only goes forward
   */
  StatusBoard(Camera camera, long session, Clock clock, LongSupplier nanos) {
    this.camera = camera;
    this.session = session;
    this.clock = clock;
    this.rate = new RateMeter(nanos);
    this.sinceMs = clock.millis();
  }

  /** Enters a state, or stays in it with another reason. */
  synchronized void enter(CameraState next, String why) {
    if (next != state) {
      sinceMs = clock.millis();
      if (next == CameraState.RECONNECTING) {
        reconnects++;
      }
    }
    state = next;
    reason = why;
  }

  synchronized CameraState state() {
    return state;
  }

  synchronized void opened(long newDurationMs) {
    durationMs = newDurationMs;
  }

  synchronized void captured(long newPositionMs) {
    positionMs = newPositionMs;
    rate.count();
  }

  synchronized void size(int newWidth, int newHeight) {
    width = newWidth;
    height = newHeight;
  }

  /** A frame's faces were looked for. */
  synchronized void searched(String by) {
    detector = by;
  }

  synchronized void shed() {
    shed++;
  }

  /** What is known now. */
  synchronized CameraStatus snapshot(long captured, long finished) {
    long nowMs = clock.millis();
    return CameraStatus.newBuilder()
        .setCameraId(camera.getId())
        .setState(state)
        .setSinceMs(sinceMs)
        .setUpdatedAtMs(nowMs)
        .setReason(reason)
        .setSession(session)
        .setCameraUpdatedAtMs(camera.getUpdatedAtMs())
        .setCaptured(captured)
        .setShed(shed)
        .setFinished(finished)
        .setReconnects(reconnects)
        .setFps(Math.round(rate.perSecond() * 10) / 10.0)
        .setWidth(width)
        .setHeight(height)
        .setPositionMs(positionMs)
        .setDurationMs(durationMs)
        .setDetector(detector)
        .build();
  }
}
