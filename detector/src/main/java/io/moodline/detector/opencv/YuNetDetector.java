package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.geometry.Point;
import io.moodline.detector.search.Search;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;

/**
 * YuNet, run by OpenCV's {@code FaceDetectorYN}: boxes, five landmarks and a score.
 *
 * <p>W. Wu, H. Peng, S. Yu, "YuNet: A Tiny Millisecond-level Face Detector", Machine Intelligence
 * Research 20, 2023.
 *
 * <p>Its landmarks hardly show the tilt of a face that is less than about 150 pixels wide in its
 * input, see {@link SecondLook}.
 */
final class YuNetDetector implements FaceDetector {

  /** Boxes that overlap a better one by more than this (intersection over union) are dropped. */
  private static final float NMS_IOU = 0.3f;

  /** Candidates looked at, before those that overlap are dropped. */
  private static final int TOP_K = 1000;

  /** Columns of a result: x, y, width, height, five times x and y, score. */
  private static final int COLUMNS = 15;

  private static final int FIRST_LANDMARK = 4;
  private static final int SCORE = 14;

  private final double minScore;
  private final FaceDetectorYN net;
  private final InputScaler scaler;
  private final Mat found = new Mat();
  private int inputWidth;
  private int inputHeight;

  /**
   * Loads the network and runs it once on an empty picture.
   *
   * @param model YuNet's ONNX file
   * @param inputSide larger frames are scaled down until their longer side is this, pixels
   * @param minScore least score of a face, 0 to 1
   * @throws IllegalArgumentException when the file is not there, or is not YuNet; the message names
   *     it
   */
  YuNetDetector(Path model, int inputSide, double minScore) {
    if (!Files.isReadable(model)) {
      throw new IllegalArgumentException("there is no readable YuNet model " + model);
    }
    this.minScore = minScore;
    this.net = load(model, (float) minScore);
    this.scaler = new InputScaler(inputSide);
    try (Mat empty = new Mat(64, 64, CV_8UC3, Scalar.BLACK)) {
      detect(empty);
    } catch (RuntimeException e) {
      close();
      throw notYuNet(model, e);
    }
  }

  private static FaceDetectorYN load(Path model, float minScore) {
    try (Size any = new Size(64, 64)) {
      return FaceDetectorYN.create(model.toString(), "", any, minScore, NMS_IOU, TOP_K, 0, 0);
    } catch (RuntimeException e) {
      throw notYuNet(model, e);
    }
  }

  private static IllegalArgumentException notYuNet(Path model, RuntimeException cause) {
    return new IllegalArgumentException(
        model
            + " is not a YuNet model that OpenCV can run (allowed: face_detection_yunet_*.onnx): "
            + cause.getMessage(),
        cause);
  }

  @Override
  public List<RawFace> detect(Mat bgr, Search search) {
    net.setScoreThreshold((float) search.minScore().orElse(minScore));
    Mat input = scaler.scale(bgr);
    setInputSize(input.cols(), input.rows());
    net.detect(input, found);
    return faces((double) bgr.cols() / input.cols());
  }

  private void setInputSize(int width, int height) {
    if (width != inputWidth || height != inputHeight) {
      try (Size size = new Size(width, height)) {
        net.setInputSize(size);
      }
      inputWidth = width;
      inputHeight = height;
    }
  }

  private List<RawFace> faces(double factor) {
    if (found.rows() == 0) {
      return List.of();
    }
    if (found.cols() != COLUMNS) {
      throw new IllegalStateException("YuNet gave " + found.cols() + " columns, not " + COLUMNS);
    }
    List<RawFace> faces = new ArrayList<>(found.rows());
    try (FloatIndexer rows = found.createIndexer()) {
      float[] row = new float[COLUMNS];
      for (int i = 0; i < found.rows(); i++) {
        rows.get(i, row);
        // Where there is nothing YuNet may give a speck far outside, too narrow for a float.
        if (row[2] >= 1 && row[3] >= 1) {
          faces.add(face(row, factor));
        }
      }
    }
    return faces;
  }

  private static RawFace face(float[] row, double factor) {
    Box box = new Box(row[0], row[1], row[0] + row[2], row[1] + row[3]).scaled(factor);
    List<Point> landmarks = new ArrayList<>(CropGeometry.LANDMARKS);
    for (int i = 0; i < CropGeometry.LANDMARKS; i++) {
      int at = FIRST_LANDMARK + 2 * i;
      landmarks.add(new Point(row[at] * factor, row[at + 1] * factor));
    }
    return new RawFace(box, landmarks, Math.max(0, Math.min(1, row[SCORE])));
  }

  @Override
  public void close() {
    found.close();
    scaler.close();
    net.close();
  }
}
