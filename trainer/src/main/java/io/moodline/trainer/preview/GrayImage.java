package io.moodline.trainer.preview;

import io.moodline.trainer.dataset.GrayResize;

/**
 * A gray picture of any size.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixels width x height gray values, row by row from the top, 0 to 255 unsigned; shared, not
 *     to be changed
 */
public record GrayImage(int width, int height, byte[] pixels) {

  public GrayImage {
    if (pixels.length != width * height) {
      throw new IllegalArgumentException(
          pixels.length + " pixels, but " + width + "x" + height + " has " + width * height);
    }
  }

  /** The picture in another size. */
  public GrayImage resized(int toWidth, int toHeight) {
    return new GrayImage(
        toWidth, toHeight, GrayResize.resize(pixels, width, height, toWidth, toHeight));
  }
}
