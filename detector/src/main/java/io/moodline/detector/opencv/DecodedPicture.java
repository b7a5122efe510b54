package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.moodline.detector.UndecodableImageException;
import io.moodline.detector.image.PictureSize;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A picture's pixels, as {@link io.moodline.detector.FaceFinder#findBgr} takes them. It holds
 * native memory until it is closed.
 */
public final class DecodedPicture implements AutoCloseable {

  private final Mat bgr;

  private DecodedPicture(Mat bgr) {
    this.bgr = bgr;
  }

  /**
   * Decodes a JPEG, as the service does, or a PNG. An EXIF orientation is not applied.
   *
   * @param maxPixels largest width times height that is decoded
   * @throws UndecodableImageException when it is neither, damaged or too large
   */
  public static DecodedPicture decode(byte[] picture, long maxPixels)
      throws UndecodableImageException {
    return new DecodedPicture(
        PictureSize.isPng(picture)
            ? png(picture, maxPixels)
            : new JpegDecoder(maxPixels).decode(picture));
  }

  private static Mat png(byte[] png, long maxPixels) throws UndecodableImageException {
    PictureSize size = PictureSize.of(png);
    if (size.pixels() > maxPixels) {
      throw new UndecodableImageException(
          "a picture of %d x %d pixels, but at most %d are allowed (detector.max.pixels)"
              .formatted(size.width(), size.height(), maxPixels));
    }
    try (BytePointer bytes = new BytePointer(png);
        Mat encoded = new Mat(1, png.length, CV_8UC1, bytes)) {
      Mat bgr = imdecode(encoded, IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION);
      if (bgr.cols() != size.width() || bgr.rows() != size.height()) {
        bgr.close();
        throw new UndecodableImageException("a damaged PNG, which OpenCV cannot decode");
      }
      return bgr;
    }
  }

  /** Blue, green, red, row by row from the top, without padding; valid until this is closed. */
  public ByteBuffer bgr() {
    return bgr.createBuffer();
  }

  /** Pixels. */
  public int width() {
    return bgr.cols();
  }

  /** Pixels. */
  public int height() {
    return bgr.rows();
  }

  @Override
  public void close() {
    bgr.close();
  }
}
