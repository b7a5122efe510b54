package io.moodline.app.traffic;

import io.moodline.emotion.ValenceWeights;
import io.moodline.schemas.Box;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import java.util.List;

/** The records of one camera's session, as the stages would write them. Immutable. */
final class FrameRecords {

  static final int WIDTH = 1280;
  static final int HEIGHT = 720;

  private static final Emotion[] EMOTIONS = Emotion.values();
  private static final long CLASSIFIED_AFTER_MS = 80;
  private static final float PIXELS_PER_MS = 0.004f;
  private static final double MAX_YAW_DEGREES = 50;
  private static final double LOOK_AROUND_MS = 2_000;

  private final String camera;
  private final long session;
  private final double fps;
  private final ValenceWeights weights = ValenceWeights.parse(ValenceWeights.DEFAULT);

  FrameRecords(TrafficCamera camera, long session) {
    this.camera = camera.id();
    this.session = session;
    this.fps = 1000.0 / camera.rhythm().frameMs();
  }

  EmotionEvent event(
      String faceId, long sequence, long atMs, Visit visit, List<Float> probabilities) {
    int best = 0;
    double[] values = new double[EMOTIONS.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = probabilities.get(i);
      best = values[i] > values[best] ? i : best;
    }
    return new EmotionEvent(
        faceId,
        camera,
        session,
        sequence,
        atMs,
        atMs + CLASSIFIED_AFTER_MS,
        WIDTH,
        HEIGHT,
        box(visit, atMs),
        0.93f,
        visit.isUnfit(atMs) ? "BLURRED" : null,
        visit.isUnfit(atMs) ? 12f : 60f + 10 * (sequence % 9),
        yawDegrees(visit, atMs),
        -2f,
        probabilities,
        EMOTIONS[best],
        probabilities.get(best),
        (float) weights.valence(values),
        "traffic",
        "1");
  }

  /** People look around. */
  private static float yawDegrees(Visit visit, long atMs) {
    return (float) (MAX_YAW_DEGREES * Math.sin((atMs - visit.fromMs()) / LOOK_AROUND_MS));
  }

  private static Box box(Visit visit, long atMs) {
    float left =
        Math.min(WIDTH - visit.size(), visit.left() + PIXELS_PER_MS * (atMs - visit.fromMs()));
    float top = HEIGHT / 2f - visit.size();
    return new Box(left, top, left + visit.size(), top + 1.2f * visit.size());
  }

  FrameOutcome classified(long sequence, long atMs, int faces) {
    return outcome(sequence, atMs, Outcome.CLASSIFIED, "classifier", faces, null);
  }

  FrameOutcome shed(long sequence, long atMs) {
    return outcome(sequence, atMs, Outcome.SHED, "detector", 0, "older than 2000 ms");
  }

  private FrameOutcome outcome(
      long sequence, long atMs, Outcome outcome, String stage, int faces, String reason) {
    return new FrameOutcome(
        camera, session, sequence, atMs, outcome, stage, faces, reason, "yunet");
  }

  /**
   * The camera's state.
   *
   * @param outage what it suffers from, or null
   * @param sinceMs when that state began, epoch milliseconds
   */
  CameraStatus status(long atMs, Outage outage, long sinceMs, long captured, long reconnects) {
    return CameraStatus.newBuilder()
        .setCameraId(camera)
        .setState(outage == null ? CameraState.STREAMING : CameraState.RECONNECTING)
        .setSinceMs(sinceMs)
        .setUpdatedAtMs(atMs)
        .setReason(outage == null ? null : outage.reason())
        .setSession(session)
        .setCameraUpdatedAtMs(session)
        .setCaptured(captured)
        .setShed(0)
        .setFinished(captured)
        .setReconnects(reconnects)
        .setFps(outage == null ? fps : 0)
        .setWidth(WIDTH)
        .setHeight(HEIGHT)
        .setDetector("yunet")
        .build();
  }
}
