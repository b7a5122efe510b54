package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Scales frames down to the width that a detector works at; narrower frames are left as they are.
 * One thread uses it; the picture it gives is good until the next call.
 */
final class InputScaler implements AutoCloseable {

  private final int width;
  private final Mat scaled = new Mat();

  /**
   * @param width largest width of the detector's input, pixels
   */
  InputScaler(int width) {
    this.width = width;
  }

  /** The frame itself, or a smaller copy that this object owns. */
  Mat scale(Mat frame) {
    if (frame.cols() <= width) {
      return frame;
    }
    int height = Math.max(1, (int) Math.round((double) frame.rows() * width / frame.cols()));
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
