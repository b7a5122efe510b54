package io.moodline.trainer.facebasis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves faces onto a common one, so that eyes and mouths meet and their mean is a face rather than
 * a blur. The best shift, scale and turn is searched downhill with shrinking steps; how well a face
 * fits is the correlation with the template inside of {@link FaceMask}. Thread-safe.
 */
final class FaceAligner {

  /** Every second pixel inside the mask is enough to compare by, and twice as fast. */
  private static final int[] COMPARED =
      IntStream.of(FaceMask.pixels())
          .filter(p -> (p % FaceMask.SIZE + p / FaceMask.SIZE) % 2 == 0)
          .toArray();

  private static final List<Similarity> STEPS =
      List.of(
          new Similarity(2, 0, 0, 0),
          new Similarity(0, 2, 0, 0),
          new Similarity(0, 0, 0.08, 0),
          new Similarity(0, 0, 0, 0.1));

  private static final double SMALLEST_STEP = 1 / 8.0;

  private final float[] template;

  /**
   * @param template the common face, 48 x 48
   */
  FaceAligner(float[] template) {
    float[] compared = new float[COMPARED.length];
    Similarity.NONE.sample(template, COMPARED, compared);
    this.template = centred(compared);
  }

  /** The modest similarity under which the face correlates best with the template. */
  Similarity search(float[] face) {
    float[] buffer = new float[COMPARED.length];
    Similarity best = Similarity.NONE;
    double bestFit = fit(face, best, buffer);
    for (double size = 1; size >= SMALLEST_STEP; ) {
      Similarity improved = best;
      for (Similarity step : STEPS) {
        for (double factor : new double[] {-size, size}) {
          Similarity tried = best.plus(step, factor);
          double fit = tried.isModest() ? fit(face, tried, buffer) : -1;
          if (fit > bestFit) {
            bestFit = fit;
            improved = tried;
          }
        }
      }
      if (improved.equals(best)) {
        size /= 2;
      }
      best = improved;
    }
    return best;
  }

  /** How well a face fits the template where it is: their correlation, -1 to 1. */
  double fit(float[] face) {
    return fit(face, Similarity.NONE, new float[COMPARED.length]);
  }

  private double fit(float[] face, Similarity similarity, float[] buffer) {
    similarity.sample(face, COMPARED, buffer);
    return Correlation.withCentred(buffer, template);
  }

  private static float[] centred(float[] values) {
    double mean = 0;
    for (float value : values) {
      mean += value / values.length;
    }
    float[] centred = Arrays.copyOf(values, values.length);
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= (float) mean;
    }
    return centred;
  }
}
