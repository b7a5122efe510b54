package io.moodline.ingest.ffmpeg;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_CLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_90_COUNTERCLOCKWISE;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.moodline.ingest.EncodedPicture;
import io.moodline.ingest.JpegEncoder;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Rights, scales and encodes pictures with OpenCV. Stateless, so thread-safe. */
public final class PictureEncoder implements JpegEncoder {

  /** The widest side that JPEG can hold, pixels. */
  private static final int JPEG_LIMIT = 65_500;

  @Override
  public byte[] encodeBgr(byte[] bgr, int width, int height, int quality) {
    if (bgr.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "a picture of %d x %d pixels has %d bytes, not %d"
              .formatted(width, height, 3L * width * height, bgr.length));
    }
    try (BytePointer bytes = new BytePointer(bgr);
        Mat picture = new Mat(height, width, CV_8UC3, bytes)) {
      return jpeg(picture, quality);
    }
  }

  /**
   * Rights, scales and encodes a picture.
   *
   * @param picture BGR, eight bits a channel; left as it is
   * @param rotation quarter turns clockwise that right it, 0 to 3
   * @param maxWidth wider pictures are scaled down to this, pixels
   * @param quality 1 to 100
   */
  EncodedPicture encode(Mat picture, int rotation, int maxWidth, int quality) {
    try (Mat scaled = scaled(picture, rotation, maxWidth);
        Mat upright = upright(scaled, rotation)) {
      return new EncodedPicture(upright.cols(), upright.rows(), jpeg(upright, quality));
    }
  }

  /** Scaled before it is turned, which moves fewer pixels; so width is height for quarter turns. */
  private static Mat scaled(Mat picture, int rotation, int maxWidth) {
    boolean turned = rotation % 2 == 1;
    int uprightWidth = turned ? picture.rows() : picture.cols();
    if (uprightWidth <= maxWidth) {
      return new Mat(picture);
    }
    double scale = (double) maxWidth / uprightWidth;
    int other = Math.max(1, (int) Math.round((turned ? picture.cols() : picture.rows()) * scale));
    Mat smaller = new Mat();
    try (Size size = turned ? new Size(other, maxWidth) : new Size(maxWidth, other)) {
      resize(picture, smaller, size, 0, 0, INTER_AREA);
    }
    return smaller;
  }

  private static Mat upright(Mat picture, int rotation) {
    if (rotation == 0) {
      return new Mat(picture);
    }
    Mat turned = new Mat();
    int code =
        switch (rotation) {
          case 1 -> ROTATE_90_CLOCKWISE;
          case 2 -> ROTATE_180;
          default -> ROTATE_90_COUNTERCLOCKWISE;
        };
    rotate(picture, turned, code);
    return turned;
  }

  private static byte[] jpeg(Mat picture, int quality) {
    if (picture.cols() > JPEG_LIMIT || picture.rows() > JPEG_LIMIT) {
      throw new IllegalArgumentException(
          "a JPEG holds at most %d pixels a side, not %d x %d"
              .formatted(JPEG_LIMIT, picture.cols(), picture.rows()));
    }
    try (BytePointer file = new BytePointer();
        IntPointer parameters = new IntPointer(IMWRITE_JPEG_QUALITY, quality)) {
      if (!imencode(".jpg", picture, file, parameters)) {
        throw new IllegalStateException("OpenCV cannot encode a picture as JPEG");
      }
      byte[] bytes = new byte[Math.toIntExact(file.limit())];
      file.get(bytes);
      return bytes;
    }
  }
}
