package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;
import static org.bytedeco.opencv.global.opencv_imgproc.warpAffine;

import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.geometry.Similarity;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts faces out of frames. One thread uses it.
 *
 * <p>A large face is first warped to a multiple of the crop's size, at about the frame's own
 * resolution, and then averaged down: sampling it at the crop's few points would alias.
 */
final class FaceCutter implements AutoCloseable {

  /** Bounds the cost of a face that fills a large frame. */
  private static final int MAX_OVERSAMPLING = 12;

  private final CropGeometry geometry;
  private final Mat map = new Mat(2, 3, CV_64F);
  private final DoubleIndexer cells = map.createIndexer();
  private final Mat warped = new Mat();
  private final Mat color = new Mat();
  private final Mat gray = new Mat();
  private final Mat rgb = new Mat();
  private final Mat edges = new Mat();
  private final Mat average = new Mat();
  private final Mat deviation = new Mat();

  FaceCutter(CropGeometry geometry) {
    this.geometry = geometry;
  }

  /**
   * A face cut out.
   *
   * @param pixels 8 bits a channel, row by row from the top
   * @param sharpness variance of the Laplacian of the gray crop, squared gray levels
   * @param brightness mean gray level of the crop, 0 to 255
   */
  record Crop(byte[] pixels, double sharpness, double brightness) {}

  /** Cuts a face out of its frame; what lies beyond the frame repeats the frame's edge. */
  Crop cut(Mat bgr, RawFace face) {
    Similarity frameToCrop =
        geometry.frameToCrop(
            face.box(), face.landmarks(), face.pose().rollDegrees().orElse(0));
    int oversampling =
        (int) Math.max(1, Math.min(MAX_OVERSAMPLING, Math.round(1 / frameToCrop.scale())));
    warp(bgr, frameToCrop, oversampling);
    cvtColor(color, gray, COLOR_BGR2GRAY);
    return new Crop(pixels(), sharpness(), brightness());
  }

  private void warp(Mat bgr, Similarity frameToCrop, int oversampling) {
    fillMap(frameToCrop, oversampling);
    try (Size large = new Size(geometry.width() * oversampling, geometry.height() * oversampling);
        Size small = new Size(geometry.width(), geometry.height());
        Scalar unused = new Scalar()) {
      Mat target = oversampling == 1 ? color : warped;
      warpAffine(bgr, target, map, large, INTER_LINEAR, BORDER_REPLICATE, unused);
      if (oversampling > 1) {
        resize(warped, color, small, 0, 0, INTER_AREA);
      }
    }
  }

  /**
   * Similarities speak of pixels as areas, OpenCV of their centres: half a pixel lies between the
   * two on either side.
   */
  private void fillMap(Similarity frameToCrop, int oversampling) {
    Similarity s = frameToCrop.scaled(oversampling);
    double half = 0.5;
    cells.put(0, 0, s.a(), -s.b(), s.tx() + (s.a() - s.b()) * half - half);
    cells.put(1, 0, s.b(), s.a(), s.ty() + (s.b() + s.a()) * half - half);
  }

  private byte[] pixels() {
    byte[] pixels = new byte[geometry.bytes()];
    if (geometry.channels() == 1) {
      gray.data().get(pixels);
    } else {
      cvtColor(color, rgb, COLOR_BGR2RGB);
      rgb.data().get(pixels);
    }
    return pixels;
  }

  private double sharpness() {
    Laplacian(gray, edges, CV_64F);
    meanStdDev(edges, average, deviation);
    try (DoubleIndexer value = deviation.createIndexer()) {
      return value.get(0) * value.get(0);
    }
  }

  private double brightness() {
    try (Scalar level = mean(gray)) {
      return level.get(0);
    }
  }

  @Override
  public void close() {
    cells.close();
    for (Mat mat : new Mat[] {map, warped, color, gray, rgb, edges, average, deviation}) {
      mat.close();
    }
  }
}
