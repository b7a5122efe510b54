package io.moodline.detector.opencv;

import io.moodline.detector.search.Search;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** One of OpenCV's face detectors. Used by one thread; holds native memory until closed. */
interface FaceDetector extends AutoCloseable {

  /**
   * Finds faces as it was made to.
   *
   * @param bgr 8 bits a channel; only read
   */
  default List<RawFace> detect(Mat bgr) {
    return detect(bgr, Search.DEFAULT);
  }

  /**
   * Finds faces.
   *
   * @param bgr 8 bits a channel; only read
   * @param search its least score and least face hold in the place of the detector's own; zones are
   *     not looked at
   */
  List<RawFace> detect(Mat bgr, Search search);

  @Override
  void close();
}
