package io.moodline.trainer.quality;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.dataset.Split;
import java.util.Optional;
import java.util.Random;

/** Made-up faces for tests. */
final class Faces {

  static final int PIXELS = Sample.SIZE * Sample.SIZE;

  private Faces() {}

  static LabelledFace face(String name, Split split, byte[] pixels) {
    return new LabelledFace(name, split, pixels, Optional.empty(), Optional.of(Emotion.FEAR));
  }

  /** Light and dark patches of 6 x 6 pixels, another picture for each seed. */
  static byte[] patches(long seed) {
    Random random = new Random(seed);
    int[] grays = random.ints(64, 40, 216).toArray();
    byte[] pixels = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      int patch = i / Sample.SIZE / 6 * 8 + i % Sample.SIZE / 6;
      pixels[i] = (byte) (grays[patch] + random.nextInt(9));
    }
    return pixels;
  }

  /** Noise of a given strength on top, gray values kept within bounds. */
  static byte[] noisy(byte[] pixels, double deviation, long seed) {
    Random random = new Random(seed);
    byte[] noisy = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      double value = (pixels[i] & 0xff) + deviation * random.nextGaussian();
      noisy[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return noisy;
  }

  /** Brighter and of less contrast, which leaves the correlation almost as it was. */
  static byte[] faded(byte[] pixels) {
    byte[] faded = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      faded[i] = (byte) (100 + (pixels[i] & 0xff) / 2);
    }
    return faded;
  }
}
