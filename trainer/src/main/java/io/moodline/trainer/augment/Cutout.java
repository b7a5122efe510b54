package io.moodline.trainer.augment;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fills a rectangle inside of the picture with the face's mean, as a hand or a mug would cover it
 * (DeVries and Taylor, "Improved regularization of convolutional neural networks with cutout").
 *
 * @param longest the longest side, whole pixels; sides are from 0.4 of it to all of it, each for
 *     itself
 */
record Cutout(int longest) implements Augmentation {

  private static final double SHORTEST = 0.4;

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    int width = side(random);
    int height = side(random);
    int left = random.nextInt(Canvas.SIZE - width + 1);
    int top = random.nextInt(Canvas.SIZE - height + 1);
    fill(face.pixels(), face.mean(), left, top, width, height);
  }

  private int side(SplittableRandom random) {
    int shortest = Math.max(1, (int) Math.round(SHORTEST * longest));
    return shortest + random.nextInt(longest - shortest + 1);
  }

  private static void fill(float[] pixels, float value, int left, int top, int width, int height) {
    for (int row = top; row < top + height; row++) {
      int from = row * Canvas.SIZE + left;
      Arrays.fill(pixels, from, from + width, value);
    }
  }
}
