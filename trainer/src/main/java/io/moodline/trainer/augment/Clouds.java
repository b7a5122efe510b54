package io.moodline.trainer.augment;

import java.util.SplittableRandom;

/**
 * Soft light and shadow, as from windows and lamps: smooth noise with one to three waves across the
 * face. Half of the time it multiplies (by up to 1 + strength and 1 - strength), as light on skin
 * does; else it adds (up to half of the gray range times strength), as haze and glare do.
 */
record Clouds(double strength) implements Augmentation {

  private static final double FEWEST_CELLS = 1.5;
  private static final double MOST_CELLS = 4;
  private static final int KNOTS = 6;
  private static final float HALF_RANGE = 127.5f;

  @Override
  public void apply(Canvas face, SplittableRandom random) {
    float[] knots = face.spare();
    for (int row = 0; row < KNOTS; row++) {
      for (int column = 0; column < KNOTS; column++) {
        knots[row * Canvas.SIZE + column] = (float) Chance.signed(random);
      }
    }
    float cells = (float) (FEWEST_CELLS + (MOST_CELLS - FEWEST_CELLS) * random.nextDouble());
    float right = random.nextFloat();
    float down = random.nextFloat();
    float depth = (float) (strength * random.nextDouble());
    cover(face, cells / Canvas.SIZE, right, down, depth, random.nextBoolean());
  }

  /**
   * @param step knots from one pixel to the next
   * @param right knots from the left knot to the left pixel
   * @param down the same from the top
   * @param depth 0 for no cloud, 1 for the darkest
   */
  private static void cover(
      Canvas face, float step, float right, float down, float depth, boolean multiplies) {
    float[] pixels = face.pixels();
    for (int row = 0; row < Canvas.SIZE; row++) {
      float y = eased(down + row * step);
      for (int column = 0; column < Canvas.SIZE; column++) {
        float x = eased(right + column * step);
        float cloud = depth * Bilinear.at(face.spare(), x, y, KNOTS - 1);
        int pixel = row * Canvas.SIZE + column;
        pixels[pixel] += cloud * (multiplies ? pixels[pixel] : HALF_RANGE);
      }
    }
  }

  /** Lingers at the knots (3t^2 - 2t^3), so that no crease shows there. */
  private static float eased(float position) {
    int knot = (int) position;
    float t = position - knot;
    return knot + t * t * (3 - 2 * t);
  }
}
