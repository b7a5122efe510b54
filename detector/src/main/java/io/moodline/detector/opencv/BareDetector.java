package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.moodline.detector.DetectorConfig;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/**
 * OpenCV's own calls and nothing else, as a short program would make them: what the service's
 * detectors are measured against. One thread uses it.
 */
interface BareDetector extends AutoCloseable {

  /** Looks for faces, and gives how many OpenCV names. */
  int count(Mat bgr);

  @Override
  void close();

  /** The one that the configuration chooses. */
  static BareDetector of(DetectorConfig config) {
    Optional<Path> model = config.yunetModel();
    return model.isPresent() ? new YuNet(config, model.get()) : new Haar(config);
  }

  /** {@code resize} and {@code FaceDetectorYN.detect}. */
  final class YuNet implements BareDetector {

    private final int side;
    private final FaceDetectorYN net;
    private final Mat scaled = new Mat();
    private final Mat found = new Mat();
    private Size size = new Size(0, 0);

    YuNet(DetectorConfig config, Path model) {
      this.side = config.inputWidth();
      this.net =
          FaceDetectorYN.create(
              model.toString(), "", new Size(64, 64), (float) config.minScore(), 0.3f, 1000, 0, 0);
    }

    @Override
    public int count(Mat bgr) {
      Mat input = shrunk(bgr, scaled, side);
      if (size.width() != input.cols() || size.height() != input.rows()) {
        size.close();
        size = input.size();
        net.setInputSize(size);
      }
      net.detect(input, found);
      return found.rows();
    }

    @Override
    public void close() {
      size.close();
      found.close();
      scaled.close();
      net.close();
    }
  }

  /** {@code resize}, {@code cvtColor} and {@code detectMultiScale}. */
  final class Haar implements BareDetector {

    private final int side;
    private final int minFace;
    private final int minNeighbors;
    private final CascadeClassifier cascade;
    private final Mat scaled = new Mat();
    private final Mat gray = new Mat();

    Haar(DetectorConfig config) {
      this.side = config.inputWidth();
      this.minFace = config.minFace();
      this.minNeighbors = config.haarMinNeighbors();
      this.cascade = new CascadeClassifier(file().getPath());
    }

    private static File file() {
      try {
        return Loader.cacheResource(
            CascadeClassifier.class, Cascade.resource(HaarDetector.FRONTAL));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot unpack the cascade", e);
      }
    }

    @Override
    public int count(Mat bgr) {
      Mat input = shrunk(bgr, scaled, side);
      cvtColor(input, gray, COLOR_BGR2GRAY);
      int least = Math.max(1, Math.round(minFace * (float) input.cols() / bgr.cols()));
      try (RectVector boxes = new RectVector();
          Size smallest = new Size(least, least);
          Size largest = new Size()) {
        cascade.detectMultiScale(
            gray, boxes, HaarDetector.SCALE_STEP, minNeighbors, 0, smallest, largest);
        return (int) boxes.size();
      }
    }

    @Override
    public void close() {
      gray.close();
      scaled.close();
      cascade.close();
    }
  }

  private static Mat shrunk(Mat bgr, Mat scaled, int side) {
    int longest = Math.max(bgr.cols(), bgr.rows());
    if (longest <= side) {
      return bgr;
    }
    try (Size size =
        new Size(
            Math.round(bgr.cols() * (float) side / longest),
            Math.round(bgr.rows() * (float) side / longest))) {
      resize(bgr, scaled, size, 0, 0, INTER_AREA);
    }
    return scaled;
  }
}
