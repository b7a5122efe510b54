package io.moodline.trainer.training;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Round numbers along an axis.
 *
 * @param values from low to high
 * @param digits behind the point that tell them apart
 */
record AxisLabels(List<Double> values, int digits) {

  /** 1.001 is 2001.9999999999998 times 0.0005. */
  private static final double ROUNDING = 1e-9;

  /** The last is for logarithms that are a last digit off. */
  private static final List<Integer> ROUND = List.of(1, 2, 5, 10, 20);

  /**
   * Multiples of 1, 2 or 5 times a power of ten.
   *
   * @param least where the axis begins
   * @param most where it ends, above {@code least}
   * @param count how many there may be, 2 or more
   */
  static AxisLabels of(double least, double most, int count) {
    double finest = (most - least) / count;
    int power = (int) Math.floor(Math.log10(finest));
    double unit = Math.pow(10, power);
    double step =
        ROUND.stream().map(times -> times * unit).filter(s -> s > finest).findFirst().orElseThrow();
    int digits = Math.max(0, -(int) Math.floor(Math.log10(step) + ROUNDING));
    long first = (long) Math.ceil(least / step - ROUNDING);
    long last = (long) Math.floor(most / step + ROUNDING);
    return new AxisLabels(
        LongStream.rangeClosed(first, last).mapToObj(times -> times * step).toList(), digits);
  }

  /** How one of the numbers is written. */
  String text(double value) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
