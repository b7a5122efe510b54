package io.moodline.ingest.camera;

import io.moodline.ingest.EncodedPicture;
import io.moodline.ingest.FrameSource;
import io.moodline.ingest.SourceException;
import io.moodline.schemas.Camera;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameOutcome;
import io.moodline.schemas.Outcome;
import java.nio.ByteBuffer;

/** Makes frames and their outcomes for one session of a camera. Immutable. */
record Capture(Camera camera, long session) {

  static final String STAGE = "ingest";
  private static final String JPEG = "image/jpeg";

  /** The grabbed picture as a frame. */
  Frame frame(FrameSource source, long sequence, long capturedAtMs) throws SourceException {
    EncodedPicture picture = source.encode();
    return Frame.newBuilder()
        .setCameraId(camera.getId())
        .setSession(session)
        .setSequence(sequence)
        .setCapturedAtMs(capturedAtMs)
        .setLive(source.live())
        .setWidth(picture.width())
        .setHeight(picture.height())
        .setEncoding(JPEG)
        .setImage(ByteBuffer.wrap(picture.jpeg()))
        .setDetection(camera.getDetection())
        .build();
  }

  /** The outcome of a frame that is given up. */
  FrameOutcome shed(long sequence, long capturedAtMs, String reason) {
    return FrameOutcome.newBuilder()
        .setCameraId(camera.getId())
        .setSession(session)
        .setSequence(sequence)
        .setCapturedAtMs(capturedAtMs)
        .setOutcome(Outcome.SHED)
        .setStage(STAGE)
        .setFaces(0)
        .setReason(reason)
        .build();
  }
}
