package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.mean;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2RGB;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.moodline.detector.geometry.CropGeometry;
import io.moodline.detector.geometry.Similarity;
import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** Cuts faces out of frames. One thread uses it. */
final class FaceCutter implements AutoCloseable {

  private final CropGeometry geometry;
  private final Warper warper;
  private final Mat gray = new Mat();
  private final Mat rgb = new Mat();
  private final Mat edges = new Mat();
  private final Mat average = new Mat();
  private final Mat deviation = new Mat();

  FaceCutter(CropGeometry geometry) {
    this.geometry = geometry;
    this.warper = new Warper(geometry.width(), geometry.height());
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
        geometry.frameToCrop(face.box(), face.landmarks(), face.pose().rollDegrees().orElse(0));
    Mat color = warper.warp(bgr, frameToCrop);
    cvtColor(color, gray, COLOR_BGR2GRAY);
    return new Crop(pixels(color), sharpness(), brightness());
  }

  private byte[] pixels(Mat color) {
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
    warper.close();
    for (Mat mat : new Mat[] {gray, rgb, edges, average, deviation}) {
      mat.close();
    }
  }
}
