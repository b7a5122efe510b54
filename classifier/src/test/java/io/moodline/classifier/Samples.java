package io.moodline.classifier;

import io.moodline.schemas.Box;
import io.moodline.schemas.Emotion;
import io.moodline.schemas.Face;
import io.moodline.schemas.FrameFaces;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import io.moodline.schemas.Quality;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Frames of camera "door", as the detector sends them, for {@link FakeModel}. */
final class Samples {

  static final long CAPTURED_AT = 1_700_000_095_000L;
  static final Box BOX = new Box(10f, 20f, 110f, 140f);

  private Samples() {}

  static FrameFaces frame(long sequence, boolean live, Face... faces) {
    return FrameFaces.newBuilder()
        .setCameraId("door")
        .setSession(5)
        .setSequence(sequence)
        .setCapturedAtMs(CAPTURED_AT)
        .setLive(live)
        .setWidth(640)
        .setHeight(360)
        .setDetector("haar")
        .setFaces(Arrays.asList(faces))
        .build();
  }

  static Face face(String id, Emotion shown, String qualityReason) {
    byte[] crop = {(byte) shown.ordinal(), 0, 0, 0};
    return Face.newBuilder()
        .setFaceId(id)
        .setBox(BOX)
        .setScore(0.9f)
        .setQuality(new Quality(100f, 120f, false, null, null, qualityReason))
        .setCropWidth(2)
        .setCropHeight(2)
        .setCropChannels(1)
        .setCrop(ByteBuffer.wrap(crop))
        .build();
  }

  static FrameOutcome outcome(long sequence, Outcome outcome, int faces, String reason) {
    return FrameOutcome.newBuilder()
        .setCameraId("door")
        .setSession(5)
        .setSequence(sequence)
        .setCapturedAtMs(CAPTURED_AT)
        .setOutcome(outcome)
        .setStage("classifier")
        .setFaces(faces)
        .setReason(reason)
        .setDetector("haar")
        .build();
  }
}
