package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import io.moodline.detector.geometry.Similarity;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Draws a part of a frame turned, scaled and shifted. What lies beyond the frame repeats the
 * frame's edge. One thread uses it.
 *
 * <p>A large part is first warped to a multiple of the target's size, at about the frame's own
 * resolution, and then averaged down: sampling it at the target's few points would alias.
 */
final class Warper implements AutoCloseable {

  /** Bounds the cost of a face that fills a large frame. */
  private static final int MAX_OVERSAMPLING = 12;

  private final int width;
  private final int height;
  private final Mat map = new Mat(2, 3, CV_64F);
  private final DoubleIndexer cells = map.createIndexer();
  private final Mat warped = new Mat();
  private final Mat target = new Mat();

  /**
   * @param width of the target, pixels
   * @param height of the target, pixels
   */
  Warper(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * Draws a part of a frame.
   *
   * @param frame only read
   * @param frameToTarget from the frame's pixels to the target's
   * @return the target, which this object owns; it is good until the next call
   */
  Mat warp(Mat frame, Similarity frameToTarget) {
    int oversampling =
        (int) Math.max(1, Math.min(MAX_OVERSAMPLING, Math.round(1 / frameToTarget.scale())));
    fillMap(frameToTarget.scaled(oversampling));
    try (Size large = new Size(width * oversampling, height * oversampling);
        Size small = new Size(width, height);
        Scalar unused = new Scalar()) {
      Mat drawn = oversampling == 1 ? target : warped;
      warpAffine(frame, drawn, map, large, INTER_LINEAR, BORDER_REPLICATE, unused);
      if (oversampling > 1) {
        resize(warped, target, small, 0, 0, INTER_AREA);
      }
    }
    return target;
  }

  /**
   * Similarities speak of pixels as areas, OpenCV of their centres: half a pixel lies between the
   * two on either side.
   */
  private void fillMap(Similarity s) {
    double half = 0.5;
    cells.put(0, 0, s.a(), -s.b(), s.tx() + (s.a() - s.b()) * half - half);
    cells.put(1, 0, s.b(), s.a(), s.ty() + (s.b() + s.a()) * half - half);
  }

  @Override
  public void close() {
    cells.close();
    for (Mat mat : new Mat[] {map, warped, target}) {
      mat.close();
    }
  }
}
