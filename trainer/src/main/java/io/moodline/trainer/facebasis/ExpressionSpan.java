package io.moodline.trainer.facebasis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The space of expressions: all that can be reached from the mean face by adding emotions.
 * Components from which it has been taken out change who a face is, not what it expresses.
 */
final class ExpressionSpan {

  private static final double NEARLY_NOTHING = 1e-6;

  /** Orthogonal to each other, of length 1. */
  private final List<double[]> axes = new ArrayList<>();

  /**
   * @param mean the mean of all faces
   * @param classMeans the mean faces of the emotions
   */
  ExpressionSpan(float[] mean, Collection<float[]> classMeans) {
    for (float[] classMean : classMeans) {
      double[] axis = new double[mean.length];
      for (int pixel = 0; pixel < axis.length; pixel++) {
        axis[pixel] = (double) classMean[pixel] - mean[pixel];
      }
      removeFrom(axis);
      double length = Math.sqrt(dot(axis, axis));
      if (length > NEARLY_NOTHING) {
        for (int pixel = 0; pixel < axis.length; pixel++) {
          axis[pixel] /= length;
        }
        axes.add(axis);
      }
    }
  }

  /** Takes all expression out of a vector, in place. */
  void removeFrom(double[] vector) {
    for (double[] axis : axes) {
      double amount = dot(vector, axis);
      for (int pixel = 0; pixel < vector.length; pixel++) {
        vector[pixel] -= amount * axis[pixel];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
