package io.moodline.ingest.camera;

import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import java.util.Objects;

/** Decides which statuses are published. Plain functions. */
public final class StatusChange {

  /** Counters are told this often while they move. */
  static final long COUNTERS_EVERY_MS = 1000;

  /** A sign of life while nothing moves. */
  static final long ALIVE_EVERY_MS = 5000;

  private StatusChange() {}

  /**
   * True when the new status is to be published: at once when the state, its reason or the
   * picture's size changed, counters once a second, and a sign of life while the source runs.
   *
   * @param published the last status that was published, or null
   */
  public static boolean worthTelling(CameraStatus published, CameraStatus status) {
    if (published == null || !sameState(published, status)) {
      return true;
    }
    long ageMs = status.getUpdatedAtMs() - published.getUpdatedAtMs();
    boolean setBack = ageMs < 0; // The wall clock was; until it has caught up nothing grows old.
    if (!sameCounters(published, status)) {
      return setBack || ageMs >= COUNTERS_EVERY_MS || status.getFinished() == status.getCaptured();
    }
    boolean over =
        status.getState() == CameraState.ENDED || status.getState() == CameraState.FAILED;
    return !over && (setBack || ageMs >= ALIVE_EVERY_MS);
  }

  /** The status of a camera that is registered but not decoded. */
  public static CameraStatus disabled(Camera camera, CameraStatus last, long nowMs) {
    return CameraStatus.newBuilder()
        .setCameraId(camera.getId())
        .setState(CameraState.DISABLED)
        .setSinceMs(nowMs)
        .setUpdatedAtMs(nowMs)
        .setSession(last == null ? 0 : last.getSession())
        .setCameraUpdatedAtMs(camera.getUpdatedAtMs())
        .setCaptured(last == null ? 0 : last.getCaptured())
        .setShed(last == null ? 0 : last.getShed())
        .setFinished(last == null ? 0 : last.getFinished())
        .setReconnects(last == null ? 0 : last.getReconnects())
        .setFps(0)
        .setWidth(last == null ? 0 : last.getWidth())
        .setHeight(last == null ? 0 : last.getHeight())
        .build();
  }

  private static boolean sameState(CameraStatus a, CameraStatus b) {
    return a.getState() == b.getState()
        && Objects.equals(a.getReason(), b.getReason())
        && a.getSession() == b.getSession()
        && a.getWidth() == b.getWidth();
  }

  private static boolean sameCounters(CameraStatus a, CameraStatus b) {
    return a.getCaptured() == b.getCaptured()
        && a.getFinished() == b.getFinished()
        && a.getShed() == b.getShed()
        && a.getReconnects() == b.getReconnects();
  }
}
