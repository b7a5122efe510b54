package io.moodline.app.evaluate.tracking;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.tracking.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Faces that a detector sees where there are none: a pattern on the wall that flickers up for a
 * moment in one place. Not thread-safe.
 */
final class PhantomFaces {

  /** A new one about so often, milliseconds. */
  private static final double EVERY_MS = 4000;

  private static final double LIFE_MS = 500;

  /** It is found in so many of the frames meanwhile. */
  private static final double FOUND = 0.6;

  private static final double NOISE = 0.04;

  private final Random random;
  private final List<Phantom> phantoms = new ArrayList<>();

  private record Phantom(double fromMs, double toMs, Box box, double score) {}

  /**
   * @param lengthMs how long the scene is
   * @param size a usual face's, pixels
   */
  PhantomFaces(Random random, double lengthMs, double size, int width, int height) {
    this.random = random;
    for (double ms = wait(EVERY_MS); ms < lengthMs; ms += wait(EVERY_MS)) {
      double side = size * (0.5 + random.nextDouble());
      Box box =
          Box.around(width * random.nextDouble(), height * random.nextDouble(), side, 1.2 * side);
      phantoms.add(new Phantom(ms, ms + wait(LIFE_MS), box, 0.6 + 0.22 * random.nextDouble()));
    }
  }

  private double wait(double meanMs) {
    return -meanMs * Math.log(1 - random.nextDouble());
  }

  /** Those found at a time. */
  List<Detection> at(double ms) {
    List<Detection> found = new ArrayList<>();
    for (Phantom phantom : phantoms) {
      if (ms >= phantom.fromMs && ms < phantom.toMs && random.nextDouble() < FOUND) {
        Box box = phantom.box;
        double trembling = NOISE * box.size();
        found.add(
            new Detection(
                Box.around(
                    box.centerX() + trembling * random.nextGaussian(),
                    box.centerY() + trembling * random.nextGaussian(),
                    box.width(),
                    box.height()),
                phantom.score));
      }
    }
    return found;
  }
}
