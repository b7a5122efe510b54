package io.moodline.detector.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.moodline.detector.UndecodableImageException;
import io.moodline.detector.image.JpegHeader;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes JPEG to blue, green, red. Thread-safe. */
final class JpegDecoder {

  /** Frames are upright already; turning them again would make boxes disagree with their size. */
  private static final int FLAGS = IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION;

  private final long maxPixels;

  /**
   * @param maxPixels largest width times height that is decoded
   */
  JpegDecoder(long maxPixels) {
    this.maxPixels = maxPixels;
  }

  /**
   * Decodes a picture, which the caller closes.
   *
   * @throws UndecodableImageException when it is not a JPEG, is truncated or too large
   */
  Mat decode(byte[] jpeg) throws UndecodableImageException {
    JpegHeader header = JpegHeader.read(jpeg, maxPixels);
    try (BytePointer bytes = new BytePointer(jpeg);
        Mat encoded = new Mat(1, jpeg.length, CV_8UC1, bytes)) {
      Mat bgr = imdecode(encoded, FLAGS);
      if (bgr.cols() != header.width() || bgr.rows() != header.height()) {
        bgr.close();
        throw new UndecodableImageException("a damaged JPEG, which OpenCV cannot decode");
      }
      return bgr;
    }
  }
}
