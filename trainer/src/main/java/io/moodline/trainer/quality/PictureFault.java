package io.moodline.trainer.quality;

import java.util.Arrays;
import java.util.Optional;

/**
 * What makes a picture useless, told by its histogram of intensities alone. The limits are strict:
 * in FER-2013 looser ones for darkness find dark-skinned people in ordinary light and looser ones
 * for flatness find faces before a plain background; both are what a network has to learn.
 */
public enum PictureFault {
  /** All pixels are alike. */
  CONSTANT("all pixels are alike"),

  /** At least 95 of 100 pixels are darker than 32 of 255. */
  NEAR_BLACK("95 of 100 pixels or more are darker than 32 of 255"),

  /**
   * Only a few gray levels: 12 or fewer make up 80 of 100 pixels, as in signs and block drawings;
   * or every level occurs a multiple of 4 (or of more) times, as when a smaller picture's pixels
   * were repeated in blocks. Blocks of other than whole pixels cannot be told by a histogram.
   */
  PIXELATED("few gray levels, or blocks of equal pixels");

  private static final int LEVELS = 256;
  private static final int DARK_BELOW = 32;
  private static final double DARK_SHARE = 0.95;
  private static final int FEW_LEVELS = 12;
  private static final double FEW_LEVELS_SHARE = 0.8;
  private static final int BLOCK_PIXELS = 4;

  private final String meaning;

  PictureFault(String meaning) {
    this.meaning = meaning;
  }

  /** What is wrong, for people. */
  public String meaning() {
    return meaning;
  }

  /**
   * The first of these that a picture has; empty for a good picture.
   *
   * @param pixels gray values, 0 to 255 unsigned
   */
  public static Optional<PictureFault> of(byte[] pixels) {
    int[] histogram = histogram(pixels);
    if (Arrays.stream(histogram).anyMatch(count -> count == pixels.length)) {
      return Optional.of(CONSTANT);
    }
    if (darker(histogram) >= DARK_SHARE * pixels.length) {
      return Optional.of(NEAR_BLACK);
    }
    boolean pixelated =
        inMostFrequent(histogram) >= FEW_LEVELS_SHARE * pixels.length
            || commonDivisor(histogram) >= BLOCK_PIXELS;
    return pixelated ? Optional.of(PIXELATED) : Optional.empty();
  }

  private static int[] histogram(byte[] pixels) {
    int[] histogram = new int[LEVELS];
    for (byte pixel : pixels) {
      histogram[pixel & 0xff]++;
    }
    return histogram;
  }

  private static int darker(int[] histogram) {
    return Arrays.stream(histogram, 0, DARK_BELOW).sum();
  }

  private static int inMostFrequent(int[] histogram) {
    int[] sorted = histogram.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted, LEVELS - FEW_LEVELS, LEVELS).sum();
  }

  private static int commonDivisor(int[] histogram) {
    int divisor = 0;
    for (int count : histogram) {
      int a = divisor;
      int b = count;
      while (b != 0) {
        int rest = a % b;
        a = b;
        b = rest;
      }
      divisor = a;
    }
    return divisor;
  }
}
