package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.moodline.detector.DetectedFace;
import io.moodline.detector.FaceFinder;
import io.moodline.detector.FoundFaces;
import io.moodline.detector.UndecodableImageException;
import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.Overlaps;
import io.moodline.detector.quality.FaceQuality;
import io.moodline.detector.quality.QualityLimits;
import io.moodline.detector.search.Search;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes, detects, cuts out and judges with OpenCV. One thread uses it. */
final class OpenCvFaceFinder implements FaceFinder {

  private static final Comparator<RawFace> BEST_FIRST =
      Comparator.comparingDouble(RawFace::score)
          .reversed()
          .thenComparingDouble(face -> face.box().x1())
          .thenComparingDouble(face -> face.box().y1());

  private final JpegDecoder decoder;
  private final FaceDetector detector;
  private final Refiner refiner;
  private final FaceCutter cutter;
  private final QualityLimits limits;
  private final Acceptance acceptance;
  private boolean closed;

  /**
   * What is passed on.
   *
   * @param minFace least side of a face, pixels of the frame
   * @param maxFaces most faces of a frame; the best are kept
   * @param maxRefined most faces of a frame that more is found out about; the best are chosen
   */
  record Acceptance(int minFace, int maxFaces, int maxRefined) {}

  /** Owns the detector, the refiner and the cutter from here on. */
  OpenCvFaceFinder(
      JpegDecoder decoder,
      FaceDetector detector,
      Refiner refiner,
      FaceCutter cutter,
      QualityLimits limits,
      Acceptance acceptance) {
    this.decoder = decoder;
    this.detector = detector;
    this.refiner = refiner;
    this.cutter = cutter;
    this.limits = limits;
    this.acceptance = acceptance;
  }

  @Override
  public FoundFaces find(byte[] jpeg, Search search) throws UndecodableImageException {
    try (Mat bgr = decoder.decode(jpeg)) {
      return find(bgr, search);
    }
  }

  @Override
  public FoundFaces findBgr(ByteBuffer bgr, int width, int height) {
    long bytes = 3L * width * height;
    if (!bgr.isDirect() || width < 1 || height < 1 || bgr.capacity() < bytes) {
      throw new IllegalArgumentException(
          "a picture of %d x %d needs a direct buffer of %d bytes, not a %s one of %d"
              .formatted(width, height, bytes, bgr.isDirect() ? "direct" : "heap", bgr.capacity()));
    }
    try (BytePointer pixels = new BytePointer(bgr.duplicate().clear());
        Mat picture = new Mat(height, width, CV_8UC3, pixels)) {
      return find(picture, Search.DEFAULT);
    }
  }

  @Override
  public FoundFaces cutOut(byte[] jpeg, List<Box> boxes) throws UndecodableImageException {
    requireOpen();
    try (Mat bgr = decoder.decode(jpeg)) {
      List<DetectedFace> faces = new ArrayList<>(boxes.size());
      for (Box box : boxes) {
        faces.add(cutOut(bgr, new RawFace(box, List.of(), 0)));
      }
      return new FoundFaces(bgr.cols(), bgr.rows(), faces);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("this face finder is closed");
    }
  }

  private FoundFaces find(Mat bgr, Search search) {
    requireOpen();
    List<RawFace> kept =
        Overlaps.dropDuplicates(
            detector.detect(bgr, search).stream()
                .filter(face -> isAcceptable(face, bgr, search))
                .sorted(BEST_FIRST)
                .toList(),
            RawFace::box);
    List<DetectedFace> faces = new ArrayList<>(kept.size());
    for (RawFace face : kept.subList(0, Math.min(kept.size(), acceptance.maxFaces()))) {
      boolean refined = faces.size() < acceptance.maxRefined();
      faces.add(cutOut(bgr, refined ? refiner.refine(bgr, face) : face));
    }
    return new FoundFaces(bgr.cols(), bgr.rows(), faces);
  }

  /** Large enough, where faces are kept, and at least half of it in the picture. */
  private boolean isAcceptable(RawFace face, Mat bgr, Search search) {
    Box box = face.box();
    return Math.min(box.width(), box.height()) >= search.minFace().orElse(acceptance.minFace())
        && box.shareOutside(bgr.cols(), bgr.rows()) <= 0.5
        && search.zones().keep(box, bgr.cols(), bgr.rows());
  }

  private DetectedFace cutOut(Mat bgr, RawFace face) {
    FaceCutter.Crop crop = cutter.cut(bgr, face);
    FaceQuality quality =
        limits.judge(
            face.box(), bgr.cols(), bgr.rows(), face.pose(), crop.sharpness(), crop.brightness());
    return new DetectedFace(
        face.box().within(bgr.cols(), bgr.rows()),
        face.landmarks(),
        face.score(),
        quality,
        crop.pixels());
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      cutter.close();
      refiner.close();
      detector.close();
    }
  }
}
