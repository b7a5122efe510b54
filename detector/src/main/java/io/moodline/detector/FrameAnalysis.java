package io.moodline.detector;

import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.quality.FaceQuality;
import io.moodline.detector.search.Search;
import io.moodline.detector.tracking.Detection;
import io.moodline.detector.tracking.Tracker;
import io.moodline.detector.tracking.Tracker.TrackedFace;
import io.moodline.detector.tracking.TrackerState;
import io.moodline.schemas.Box;
import io.moodline.schemas.Face;
import io.moodline.schemas.Frame;
import io.moodline.schemas.FrameFaces;
import io.moodline.schemas.Point;
import io.moodline.schemas.Quality;
import io.moodline.topics.Ids;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is done to one frame: find its faces, follow them, describe them. Thread-safe.
 *
 * @param tracker follows the faces
 * @param crops the geometry with which the finder cuts faces out
 */
record FrameAnalysis(Tracker tracker, CropGeometry crops) {

  private static final String JPEG = "image/jpeg";

  /**
   * The outcome.
   *
   * @param faces of the frame
   * @param state to follow them further
   */
  record Result(FrameFaces faces, TrackerState state) {}

  /**
   * Analyses a frame.
   *
   * @param detector what {@link FrameFaces} says of where the faces come from
   * @param finder of that kind, opened by the calling thread
   * @param search how the frame's camera wants its faces looked for
   * @param state after the frame before
   * @throws UndecodableImageException when the picture is bad
   * @throws IllegalArgumentException when the frame is not later than the one before
   */
  Result analyse(
      String detector, FaceFinder finder, Search search, TrackerState state, Frame frame)
      throws UndecodableImageException {
    if (!JPEG.equals(frame.getEncoding())) {
      throw new UndecodableImageException(
          "encoded as \"" + frame.getEncoding() + "\", but only " + JPEG + " is read");
    }
    FoundFaces found = finder.find(bytes(frame.getImage()), search);
    List<Detection> detections =
        found.faces().stream().map(face -> new Detection(face.box(), face.score())).toList();
    Tracker.Update update = tracker.update(state, frame.getCapturedAtMs(), detections);
    return new Result(describe(detector, frame, found, update.faces()), update.state());
  }

  private static byte[] bytes(ByteBuffer image) {
    byte[] bytes = new byte[image.remaining()];
    image.duplicate().get(bytes);
    return bytes;
  }

  private FrameFaces describe(
      String detector, Frame frame, FoundFaces found, List<TrackedFace> tracked) {
    List<Face> faces = new ArrayList<>(tracked.size());
    for (TrackedFace track : tracked) {
      faces.add(
          face(
              Ids.faceId(frame.getCameraId(), track.firstSeenMs(), track.index()),
              found.faces().get(track.detection().orElseThrow())));
    }
    return FrameFaces.newBuilder()
        .setCameraId(frame.getCameraId())
        .setSession(frame.getSession())
        .setSequence(frame.getSequence())
        .setCapturedAtMs(frame.getCapturedAtMs())
        .setLive(frame.getLive())
        .setWidth(found.width())
        .setHeight(found.height())
        .setDetector(detector)
        .setFaces(faces)
        .build();
  }

  private Face face(String faceId, DetectedFace face) {
    return Face.newBuilder()
        .setFaceId(faceId)
        .setBox(
            new Box(
                (float) face.box().x1(),
                (float) face.box().y1(),
                (float) face.box().x2(),
                (float) face.box().y2()))
        .setLandmarks(
            face.landmarks().stream().map(p -> new Point((float) p.x(), (float) p.y())).toList())
        .setScore((float) face.score())
        .setQuality(quality(face.quality()))
        .setCropWidth(crops.width())
        .setCropHeight(crops.height())
        .setCropChannels(crops.channels())
        .setCrop(ByteBuffer.wrap(face.crop()))
        .build();
  }

  private static Quality quality(FaceQuality quality) {
    return Quality.newBuilder()
        .setSharpness((float) quality.sharpness())
        .setBrightness((float) quality.brightness())
        .setCutByEdge(quality.cutByEdge())
        .setYawDegrees(orNull(quality.pose().yawDegrees()))
        .setRollDegrees(orNull(quality.pose().rollDegrees()))
        .setReason(quality.flaw().map(Enum::name).orElse(null))
        .build();
  }

  private static Float orNull(OptionalDouble value) {
    return value.isPresent() ? (float) value.getAsDouble() : null;
  }
}
