package io.moodline.trainer.evaluation;

import java.util.function.DoubleUnaryOperator;

/**
 * The temperature that makes a model's confidence most honest: the one by which its logits are
 * divided before the softmax so that the targets become most likely. It changes no answer, only how
 * sure it is. From C. Guo and others, "On Calibration of Modern Neural Networks", ICML 2017.
 *
 * @param temperature 0.05 to 20; above 1 when the model was too sure
 * @param lossBefore mean cross-entropy at temperature 1, nats
 * @param lossAfter the same at the temperature found
 */
public record TemperatureFit(double temperature, double lossBefore, double lossAfter) {

  /** The least and the largest temperature that is looked at. */
  public static final double MIN = 0.05;

  public static final double MAX = 20;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double PRECISION = 1e-9;

  /**
   * Fits by a golden-section search over the temperature's logarithm: the loss is convex in {@code
   * 1/T}, so it has one valley there. Fit on faces that the model did not learn from, and that it
   * is not judged by afterwards.
   *
   * @param logits {@code [faces][classes]}, or logarithms of probabilities, which give the same
   * @param targets {@code [faces][classes]}, shares of 0 to 1 that sum to 1 for each face
   * @throws IllegalArgumentException when there is no face, or the shapes differ, or a logit is no
   *     finite number
   */
  public static TemperatureFit of(float[][] logits, float[][] targets) {
    check(logits, targets);
    return of(temperature -> loss(logits, targets, temperature));
  }

  /**
   * Searches the least loss.
   *
   * @param loss over the temperature; one valley over its logarithm
   */
  static TemperatureFit of(DoubleUnaryOperator loss) {
    double low = Math.log(MIN);
    double high = Math.log(MAX);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double lossLeft = loss.applyAsDouble(Math.exp(left));
    double lossRight = loss.applyAsDouble(Math.exp(right));
    while (high - low > PRECISION) {
      if (lossLeft <= lossRight) {
        high = right;
        right = left;
        lossRight = lossLeft;
        left = high - GOLDEN * (high - low);
        lossLeft = loss.applyAsDouble(Math.exp(left));
      } else {
        low = left;
        left = right;
        lossLeft = lossRight;
        right = low + GOLDEN * (high - low);
        lossRight = loss.applyAsDouble(Math.exp(right));
      }
    }
    double temperature = Math.exp((low + high) / 2);
    return new TemperatureFit(temperature, loss.applyAsDouble(1), loss.applyAsDouble(temperature));
  }

  /**
   * Mean cross-entropy of targets and {@code softmax(logits / temperature)}, nats.
   *
   * @param temperature above 0
   */
  public static double loss(float[][] logits, float[][] targets, double temperature) {
    double sum = 0;
    for (int face = 0; face < logits.length; face++) {
      sum += loss(logits[face], targets[face], temperature);
    }
    return sum / logits.length;
  }

  private static double loss(float[] logits, float[] targets, double temperature) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double total = 0;
    double wanted = 0;
    double weight = 0;
    for (int i = 0; i < logits.length; i++) {
      double shifted = (logits[i] - max) / temperature;
      total += Math.exp(shifted);
      wanted += targets[i] * shifted;
      weight += targets[i];
    }
    return weight * Math.log(total) - wanted;
  }

  static void check(float[][] logits, float[][] targets) {
    require(logits.length > 0, "there is no face to fit a temperature on");
    require(
        logits.length == targets.length,
        "there are " + logits.length + " faces, but targets for " + targets.length);
    for (int face = 0; face < logits.length; face++) {
      require(
          logits[face].length == targets[face].length,
          "face "
              + face
              + " has "
              + logits[face].length
              + " logits, but "
              + targets[face].length
              + " targets");
      for (float logit : logits[face]) {
        require(Float.isFinite(logit), "face " + face + " has the logit " + logit);
      }
    }
  }

  private static void require(boolean ok, String problem) {
    if (!ok) {
      throw new IllegalArgumentException(problem);
    }
  }
}
