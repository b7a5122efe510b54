package io.moodline.trainer.dataset;

/** Gray values written as text: whole numbers from 0 to 255 with spaces between. */
final class PixelText {

  private static final int MAX = 255;

  private PixelText() {}

  /**
   * The {@link Sample#SIZE} x {@link Sample#SIZE} values, 0 to 255 unsigned.
   *
   * @throws IllegalArgumentException when there are more or fewer, or when one is no such number
   */
  static byte[] parse(String text) {
    byte[] pixels = new byte[Sample.SIZE * Sample.SIZE];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      int end = text.indexOf(' ', at);
      end = end < 0 ? text.length() : end;
      count++;
      int value = number(text, at, end, count);
      if (count <= pixels.length) {
        pixels[count - 1] = (byte) value;
      }
      at = end;
    }
    if (count != pixels.length) {
      throw new IllegalArgumentException(
          "has " + count + " pixels, but must have " + pixels.length + " (48 x 48)");
    }
    return pixels;
  }

  private static int number(String text, int from, int to, int place) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value > MAX) {
        throw bad(text, from, to, place);
      }
      value = 10 * value + digit;
    }
    if (value > MAX) {
      throw bad(text, from, to, place);
    }
    return value;
  }

  private static IllegalArgumentException bad(String text, int from, int to, int place) {
    return new IllegalArgumentException(
        "pixel "
            + place
            + " is \""
            + Shown.of(text.substring(from, to))
            + "\", but must be a whole number from 0 to "
            + MAX);
  }
}
