package io.moodline.trainer.evaluation;

/**
 * Where a share most likely lies.
 *
 * @param low 0 to 1
 * @param high {@code low} to 1
 */
public record Interval(double low, double high) {

  /** The 0.975 quantile of the normal distribution: 95 of 100 lie within. */
  private static final double Z = 1.959963984540054;

  /**
   * The 95% interval of a share that was counted, after E. B. Wilson, "Probable inference, the law
   * of succession, and statistical inference", JASA 22, 1927. It says what the count of faces
   * leaves open, not whether the faces are like those of a shop.
   *
   * @param right how many of them
   * @param all of how many; with 0 the share may be anything
   * @throws IllegalArgumentException when there are fewer than 0, or more right than there are
   */
  public static Interval wilson(int right, int all) {
    if (right < 0 || right > all) {
      throw new IllegalArgumentException(right + " of " + all + " is no share");
    }
    if (all == 0) {
      return new Interval(0, 1);
    }
    double share = (double) right / all;
    double correction = Z * Z / all;
    double centre = (share + correction / 2) / (1 + correction);
    double half =
        Z * Math.sqrt(share * (1 - share) / all + correction / (4 * all)) / (1 + correction);
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
