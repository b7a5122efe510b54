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
   * @param due false when its faces are not looked for, but carried on from the frames before
   * @param state after the frame before
   * @throws UndecodableImageException when the picture is bad
   * @throws IllegalArgumentException when the frame is not later than the one before
   */
  Result analyse(
      String detector,
      FaceFinder finder,
      Search search,
      boolean due,
      TrackerState state,
      Frame frame)
      throws UndecodableImageException {
    if (!JPEG.equals(frame.getEncoding())) {
      throw new UndecodableImageException(
          "encoded as \"" + frame.getEncoding() + "\", but only " + JPEG + " is read");
    }
    byte[] jpeg = bytes(frame.getImage());
    return due
        ? search(detector, frame, state, finder.find(jpeg, search))
        : carry(detector, finder, search, jpeg, state, frame);
  }

  private Result search(String detector, Frame frame, TrackerState state, FoundFaces found) {
    List<Detection> detections =
        found.faces().stream().map(face -> new Detection(face.box(), face.score())).toList();
    Tracker.Update update = tracker.update(state, frame.getCapturedAtMs(), detections);
    List<Face> faces = new ArrayList<>();
    for (TrackedFace track : update.faces()) {
      faces.add(face(frame, track, found.faces().get(track.detection().orElseThrow())));
    }
    return new Result(describe(detector, frame, found, faces), update.state());
  }

  private Result carry(
      String detector,
      FaceFinder finder,
      Search search,
      byte[] jpeg,
      TrackerState state,
      Frame frame)
      throws UndecodableImageException {
    Tracker.Update update = tracker.coast(state, frame.getCapturedAtMs());
    List<TrackedFace> shown =
        update.faces().stream().filter(face -> isShown(face.box(), search, frame)).toList();
    FoundFaces cut = finder.cutOut(jpeg, shown.stream().map(TrackedFace::box).toList());
    List<Face> faces = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      faces.add(
          Face.newBuilder(face(frame, shown.get(i), cut.faces().get(i))).setCarried(true).build());
    }
    return new Result(describe(detector, frame, cut, faces), update.state());
  }

  /** As of a face that is found: where faces are kept, at least half of it in the picture. */
  private static boolean isShown(
      io.moodline.detector.geometry.Box box, Search search, Frame frame) {
    return box.shareOutside(frame.getWidth(), frame.getHeight()) <= 0.5
        && search.zones().keep(box, frame.getWidth(), frame.getHeight());
  }

  private static byte[] bytes(ByteBuffer image) {
    byte[] bytes = new byte[image.remaining()];
    image.duplicate().get(bytes);
    return bytes;
  }

  private static FrameFaces describe(
      String detector, Frame frame, FoundFaces found, List<Face> faces) {
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

  private Face face(Frame frame, TrackedFace track, DetectedFace face) {
    return Face.newBuilder()
        .setFaceId(Ids.faceId(frame.getCameraId(), track.firstSeenMs(), track.index()))
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
