package io.moodline.detector.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.geometry.Point;
import java.util.List;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class FaceCutterTest {

  /** 64 x 64, gray levels x + 2y. */
  private static Mat slope() {
    Mat bgr = new Mat(64, 64, opencv_core.CV_8UC3);
    try (UByteIndexer pixels = bgr.createIndexer()) {
      for (int y = 0; y < 64; y++) {
        for (int x = 0; x < 64; x++) {
          for (int channel = 0; channel < 3; channel++) {
            pixels.put(y, x, channel, x + 2 * y);
          }
        }
      }
    }
    return bgr;
  }

  private static int[] cut(Mat bgr, CropGeometry geometry, Box box, List<Point> landmarks) {
    try (FaceCutter cutter = new FaceCutter(geometry)) {
      byte[] crop = cutter.cut(bgr, new RawFace(box, landmarks, 1)).pixels();
      int[] levels = new int[crop.length];
      for (int i = 0; i < crop.length; i++) {
        levels[i] = crop[i] & 0xFF;
      }
      return levels;
    }
  }

  private static CropGeometry gray(double margin, List<Point> reference) {
    return new CropGeometry(8, 8, 1, margin, reference);
  }

  @Test
  void aBoxOfTheCropsSizeIsCopiedPixelForPixel() {
    try (Mat bgr = slope()) {
      int[] crop = cut(bgr, gray(0, List.of()), new Box(10, 20, 18, 28), List.of());

      for (int i = 0; i < 64; i++) {
        assertThat(crop[i]).isEqualTo(10 + i % 8 + 2 * (20 + i / 8));
      }
    }
  }

  @Test
  void aBoxFourTimesAsLargeIsAveraged() {
    try (Mat bgr = slope()) {
      int[] crop = cut(bgr, gray(0, List.of()), new Box(16, 16, 48, 48), List.of());

      // Pixel (0, 0) covers 16 to 19 in both directions: 17.5 + 2 * 17.5.
      assertThat((double) crop[0]).isCloseTo(52.5, within(1.0));
      assertThat((double) crop[63]).isCloseTo(45.5 * 3, within(1.0));
    }
  }

  @Test
  void beyondTheFrameItsEdgeIsRepeated() {
    try (Mat bgr = slope()) {
      int[] crop = cut(bgr, gray(0, List.of()), new Box(-4, 20, 4, 28), List.of());

      assertThat(crop[0]).isEqualTo(40);
      assertThat(crop[3]).isEqualTo(40);
      assertThat(crop[5]).isEqualTo(41);
    }
  }

  @Test
  void aFaceOnItsSideComesOutUpright() {
    // The reference square, turned by a quarter: what lies below in the frame comes out to the
    // left, so that levels fall by 2 a pixel to the right, and rise by 1 a pixel downwards.
    List<Point> reference =
        List.of(
            new Point(0, 0),
            new Point(1, 0),
            new Point(0.5, 0.5),
            new Point(0, 1),
            new Point(1, 1));
    List<Point> landmarks =
        List.of(
            new Point(10, 28),
            new Point(10, 20),
            new Point(14, 24),
            new Point(18, 28),
            new Point(18, 20));
    try (Mat bgr = slope()) {
      int[] crop = cut(bgr, gray(0, reference), new Box(10, 20, 18, 28), landmarks);

      assertThat(crop[0]).isEqualTo(10 + 2 * 27);
      assertThat(crop[1] - crop[0]).isEqualTo(-2);
      assertThat(crop[8] - crop[0]).isEqualTo(1);
    }
  }

  @Test
  void measuresLightAndSharpness() {
    try (Mat flat = new Mat(64, 64, opencv_core.CV_8UC3, Scalar.all(77));
        FaceCutter cutter = new FaceCutter(gray(0, List.of()))) {
      FaceCutter.Crop crop = cutter.cut(flat, new RawFace(new Box(8, 8, 40, 40), List.of(), 1));

      assertThat(crop.brightness()).isEqualTo(77);
      assertThat(crop.sharpness()).isZero();
    }
  }
}
