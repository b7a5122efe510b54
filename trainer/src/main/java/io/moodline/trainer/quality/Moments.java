package io.moodline.trainer.quality;

/**
 * Exact sums over a picture's gray values.
 *
 * @param count the pixels
 * @param sum of the values
 * @param squares sum of their squares
 */
record Moments(int count, long sum, long squares) {

  static Moments of(byte[] pixels) {
    long sum = 0;
    long squares = 0;
    for (byte pixel : pixels) {
      int value = pixel & 0xff;
      sum += value;
      squares += (long) value * value;
    }
    return new Moments(pixels.length, sum, squares);
  }

  /** True when all pixels are alike: nothing correlates with such a picture. */
  boolean isConstant() {
    return spread() == 0;
  }

  /** The length of the picture as a vector, after its mean is taken away. */
  double deviationLength() {
    return Math.sqrt((double) spread() / count);
  }

  /**
   * Pearson's correlation of two pictures, from -1 to 1.
   *
   * @param products the sum of the products of their values
   */
  double correlation(Moments other, long products) {
    double covariance = (double) (count * products - sum * other.sum);
    return covariance / (Math.sqrt((double) spread()) * Math.sqrt((double) other.spread()));
  }

  private long spread() {
    return count * squares - sum * sum;
  }
}
