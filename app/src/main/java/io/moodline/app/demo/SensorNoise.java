package io.moodline.app.demo;

import java.util.Arrays;
import java.util.Random;

/** The grain of a camera's sensor and the slow change of the light, the same in every run. */
final class SensorNoise {

  private static final double DEVIATION = 2.2;

  /** Grains are laid over the picture from a random place in this store. */
  private static final int GRAINS = 1 << 16;

  private static final int MOST = 12;
  private static final double LIGHT_PERIOD_MS = 17_000;
  private static final double LIGHT_CHANGE = 3;

  private final byte[] grains = new byte[GRAINS];

  /** {@code clamped[value + offset]} for values that noise has moved out of 0 to 255. */
  private final byte[] clamped = new byte[256 + 4 * MOST];

  SensorNoise(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < GRAINS; i++) {
      double grain = Math.round(DEVIATION * random.nextGaussian());
      grains[i] = (byte) Math.max(-MOST, Math.min(MOST, grain));
    }
    for (int i = 0; i < clamped.length; i++) {
      clamped[i] = (byte) Math.max(0, Math.min(255, i - 2 * MOST));
    }
  }

  /** Adds the noise of one time to a picture. */
  void addTo(Canvas canvas, long ms) {
    int light =
        (int) Math.round(LIGHT_CHANGE * Math.sin(2 * Math.PI * ms / LIGHT_PERIOD_MS)) + 2 * MOST;
    byte[] bgr = canvas.bgr();
    Random random = new Random(VisitPlanner.mix(ms, 1, 2));
    byte[] row = new byte[canvas.width()];
    for (int y = 0; y < canvas.height(); y++) {
      copyGrains(random.nextInt(GRAINS), row);
      int at = 3 * y * canvas.width();
      for (byte grain : row) {
        int shift = grain + light;
        bgr[at] = clamped[(bgr[at] & 0xff) + shift];
        bgr[at + 1] = clamped[(bgr[at + 1] & 0xff) + shift];
        bgr[at + 2] = clamped[(bgr[at + 2] & 0xff) + shift];
        at += 3;
      }
    }
  }

  private void copyGrains(int from, byte[] row) {
    int copied = Math.min(row.length, GRAINS - from);
    System.arraycopy(grains, from, row, 0, copied);
    if (copied < row.length) {
      byte[] rest = Arrays.copyOf(grains, row.length - copied);
      System.arraycopy(rest, 0, row, copied, rest.length);
    }
  }
}
