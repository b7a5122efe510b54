package io.moodline.trainer.training;

/** Checks of numbers that people give. */
final class Ranges {

  private Ranges() {}

  /**
   * @throws IllegalArgumentException when a number is not from {@code least} to {@code most}
   */
  static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name
              + " is "
              + plain(value)
              + ", but must be from "
              + plain(least)
              + " to "
              + plain(most));
    }
  }

  private static String plain(double number) {
    boolean whole = number == Math.rint(number) && !Double.isInfinite(number);
    return whole ? Long.toString((long) number) : Double.toString(number);
  }
}
