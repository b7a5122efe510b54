package io.moodline.detector.opencv;

import org.bytedeco.opencv.opencv_core.Mat;

/** Finds out more about a face that was found. One thread uses it. */
interface Refiner extends AutoCloseable {

  /**
   * The same face, of which more is known, or as it was.
   *
   * @param bgr the frame; only read
   * @param face at least partly within it
   */
  RawFace refine(Mat bgr, RawFace face);

  @Override
  void close();

  /** Leaves faces as they are. */
  static Refiner none() {
    return new Refiner() {
      @Override
      public RawFace refine(Mat bgr, RawFace face) {
        return face;
      }

      @Override
      public void close() {}
    };
  }
}
