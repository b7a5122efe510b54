package io.moodline.trainer.augment;

/** Values between pixels. */
final class Bilinear {

  private Bilinear() {}

  /**
   * The value at a place of a picture that fills the upper left corner of rows of {@link
   * Canvas#SIZE} places.
   *
   * @param x columns from the left pixel's centre; beyond the border lies the border's pixel
   * @param y rows from the top pixel's centre
   * @param last number of the picture's last row and column
   */
  static float at(float[] from, float x, float y, int last) {
    float column = Math.max(0, Math.min(last, x));
    float row = Math.max(0, Math.min(last, y));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(left + 1, last);
    int upper = top * Canvas.SIZE;
    int lower = Math.min(top + 1, last) * Canvas.SIZE;
    float share = column - left;
    return mix(
        mix(from[upper + left], from[upper + right], share),
        mix(from[lower + left], from[lower + right], share),
        row - top);
  }

  static float mix(float one, float other, float share) {
    return one + share * (other - one);
  }
}
