package io.moodline.trainer.augment;

import java.util.Random;

/** Pictures for tests. */
final class Faces {

  private Faces() {}

  /** Gray values from one to another, drawn evenly and always the same. */
  static byte[] of(int least, int most) {
    Random random = new Random(7);
    byte[] face = new byte[Canvas.PIXELS];
    for (int i = 0; i < face.length; i++) {
      face[i] = (byte) (least + random.nextInt(most - least + 1));
    }
    return face;
  }

  /** Whole gray values from 0 to 255. */
  static float[] noisy(long seed) {
    Random random = new Random(seed);
    float[] face = new float[Canvas.PIXELS];
    for (int i = 0; i < face.length; i++) {
      face[i] = random.nextInt(256);
    }
    return face;
  }

  /** Rows of these four values, over and over. */
  static Canvas canvas(float first, float second, float third, float fourth) {
    float[] values = {first, second, third, fourth};
    Canvas canvas = new Canvas();
    for (int i = 0; i < Canvas.PIXELS; i++) {
      canvas.pixels()[i] = values[i % values.length];
    }
    return canvas;
  }
}
