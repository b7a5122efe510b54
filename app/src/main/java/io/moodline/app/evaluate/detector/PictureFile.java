package io.moodline.app.evaluate.detector;

import io.moodline.app.evaluate.EvaluationException;
import io.moodline.detector.UndecodableImageException;
import io.moodline.detector.opencv.DecodedPicture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Picture files as the detector sees them. */
final class PictureFile {

  private PictureFile() {}

  /**
   * @throws EvaluationException when it cannot be read, naming it
   */
  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new EvaluationException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Decodes a picture, which the caller closes.
   *
   * @param file for the message
   * @throws EvaluationException when it cannot be decoded, naming it
   */
  static DecodedPicture decode(Path file, byte[] bytes, long maxPixels) {
    try {
      return DecodedPicture.decode(bytes, maxPixels);
    } catch (UndecodableImageException e) {
      throw new EvaluationException(file + ": " + e.getMessage(), e);
    }
  }

  /** The same pixels to draw on. */
  static BufferedImage image(DecodedPicture picture) {
    int width = picture.width();
    int height = picture.height();
    ByteBuffer bgr = picture.bgr();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = 3 * (y * width + x);
        row[x] =
            (bgr.get(at + 2) & 0xFF) << 16 | (bgr.get(at + 1) & 0xFF) << 8 | bgr.get(at) & 0xFF;
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }
}
