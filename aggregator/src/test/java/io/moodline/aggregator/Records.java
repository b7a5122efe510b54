package io.moodline.aggregator;

import io.moodline.emotion.ValenceWeights;
import io.moodline.schemas.Box;
import io.moodline.schemas.Camera;
import io.moodline.schemas.CameraState;
import io.moodline.schemas.CameraStatus;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.EmotionEvent;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.topics.Ids;
import java.util.ArrayList;
import java.util.List;

/** Records for tests. */
public final class Records {

  public static final ValenceWeights WEIGHTS = ValenceWeights.parse(ValenceWeights.DEFAULT);

  private Records() {}

  /** Probabilities with {@code p} for one emotion and the rest shared by the others. */
  public static double[] mostly(Emotion emotion, double p) {
    double[] values = new double[8];
    java.util.Arrays.fill(values, (1 - p) / 7);
    values[emotion.ordinal()] = p;
    return values;
  }

  public static EmotionEvent event(
      String faceId, long session, long sequence, long at, double[] probabilities) {
    return event(faceId, session, sequence, at, probabilities, null);
  }

  public static EmotionEvent event(
      String faceId,
      long session,
      long sequence,
      long at,
      double[] probabilities,
      String qualityReason) {
    List<Float> floats = new ArrayList<>();
    int best = 0;
    for (int i = 0; i < probabilities.length; i++) {
      floats.add((float) probabilities[i]);
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return EmotionEvent.newBuilder()
        .setFaceId(faceId)
        .setCameraId(Ids.cameraOf(faceId))
        .setSession(session)
        .setSequence(sequence)
        .setCapturedAtMs(at)
        .setClassifiedAtMs(at + 50)
        .setFrameWidth(1280)
        .setFrameHeight(720)
        .setBox(new Box(100f, 50f, 200f, 170f))
        .setScore(0.9f)
        .setQualityReason(qualityReason)
        .setProbabilities(floats)
        .setDominant(Emotion.values()[best % 8])
        .setConfidence(floats.get(best))
        .setValence(0)
        .setModel("test")
        .setModelVersion("1")
        .build();
  }

  public static FrameOutcome outcome(
      String camera, long session, long sequence, long at, Outcome outcome, int faces) {
    return FrameOutcome.newBuilder()
        .setCameraId(camera)
        .setSession(session)
        .setSequence(sequence)
        .setCapturedAtMs(at)
        .setOutcome(outcome)
        .setStage("classifier")
        .setFaces(faces)
        .build();
  }

  public static Camera camera(String id, String site, String source) {
    return Camera.newBuilder()
        .setId(id)
        .setSite(site)
        .setName("Camera " + id)
        .setSource(source)
        .setUpdatedAtMs(1_780_000_000_000L)
        .build();
  }

  public static CameraStatus status(
      String camera, CameraState state, long session, long since, long captured) {
    return statusBuilder(camera, state, session, since, captured).build();
  }

  /** The same, to be changed. */
  public static CameraStatus.Builder statusBuilder(
      String camera, CameraState state, long session, long since, long captured) {
    return CameraStatus.newBuilder()
        .setCameraId(camera)
        .setState(state)
        .setSinceMs(since)
        .setUpdatedAtMs(since)
        .setReason(state == CameraState.RECONNECTING ? "connection lost" : null)
        .setSession(session)
        .setCameraUpdatedAtMs(1)
        .setCaptured(captured)
        .setShed(0)
        .setFinished(captured)
        .setReconnects(0)
        .setFps(5)
        .setWidth(1280)
        .setHeight(720);
  }
}
