package io.moodline.detector.opencv;

import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** One of OpenCV's face detectors. Used by one thread; holds native memory until closed. */
interface FaceDetector extends AutoCloseable {

  /**
   * Finds faces.
   *
   * @param bgr 8 bits a channel; only read
   */
  List<RawFace> detect(Mat bgr);

  @Override
  void close();
}
