package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Scales frames down to the size that a detector works at; smaller frames are left as they are. The
 * longer side counts, so that a frame costs the same upright as lying. One thread uses it; the
 * picture it gives is good until the next call.
 */
final class InputScaler implements AutoCloseable {

  private final int longestSide;
  private final Mat scaled = new Mat();

  /**
   * @param longestSide of the detector's input, pixels
   */
  InputScaler(int longestSide) {
    this.longestSide = longestSide;
  }

  /** The frame itself, or a smaller copy that this object owns. */
  Mat scale(Mat frame) {
    double factor = (double) longestSide / Math.max(frame.cols(), frame.rows());
    if (factor >= 1) {
      return frame;
    }
    int width = (int) Math.max(1, Math.round(frame.cols() * factor));
    int height = (int) Math.max(1, Math.round(frame.rows() * factor));
    try (Size size = new Size(width, height)) {
      resize(frame, scaled, size, 0, 0, INTER_AREA);
    }
    return scaled;
  }

  @Override
  public void close() {
    scaled.close();
  }
}
