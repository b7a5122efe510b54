package io.moodline.trainer.facebasis;

/** Pearson's correlation of pictures. */
final class Correlation {

  private Correlation() {}

  /**
   * The correlation of values with others whose mean is 0: -1 to 1, and 0 when either does not
   * vary.
   */
  static double withCentred(float[] values, float[] centred) {
    double sum = 0;
    double squares = 0;
    double products = 0;
    double centredSquares = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i];
      squares += (double) values[i] * values[i];
      products += (double) values[i] * centred[i];
      centredSquares += (double) centred[i] * centred[i];
    }
    double variance = squares - sum * sum / values.length;
    return variance <= 1e-9 || centredSquares <= 1e-9
        ? 0
        : products / Math.sqrt(variance * centredSquares);
  }
}
