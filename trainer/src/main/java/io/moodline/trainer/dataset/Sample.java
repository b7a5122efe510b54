package io.moodline.trainer.dataset;

/**
 * A picture with its labels.
 *
 * @param labels how annotators named it
 * @param pixels {@link #SIZE} x {@link #SIZE} gray values, row by row from the top, 0 to 255
 *     unsigned; shared, not to be changed
 */
public record Sample(FerPlusRow labels, byte[] pixels) {

  /** Width and height of every picture in FER-2013, pixels. */
  public static final int SIZE = 48;

  public Sample {
    if (pixels.length != SIZE * SIZE) {
      throw new IllegalArgumentException(
          "a picture has " + pixels.length + " pixels, but must have " + SIZE * SIZE);
    }
  }
}
