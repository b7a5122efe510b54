package io.moodline.classifier.model;

import io.moodline.classifier.model.ModelCard.Kind;
import io.moodline.classifier.model.ModelCard.Label;
import io.moodline.emotion.LabelSmoothing;
import io.moodline.schemas.Emotion;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A model's output to probabilities: temperature, softmax, label smoothing taken off, labels to
 * emotions. Immutable, thread-safe.
 */
public final class Postprocessing {

  /** How far a sum of probabilities may be from 1: half-precision models are this inexact. */
  private static final double SUM_TOLERANCE = 0.01;

  private static final int EMOTIONS = Emotion.values().length;

  private final ModelCard card;

  public Postprocessing(ModelCard card) {
    this.card = card;
  }

  /**
   * What one face shows.
   *
   * @param outputs as many numbers as the card has labels
   * @return eight probabilities in the order of {@link Emotion}, each 0 to 1, summing to 1
   * @throws ModelException when a number is NaN or infinite, or when what the card calls
   *     probabilities are none
   */
  public float[] probabilities(float[] outputs) {
    refuseNonNumbers(outputs);
    double[] logits = new double[outputs.length];
    if (card.output().kind() == Kind.PROBABILITIES) {
      refuseNoProbabilities(outputs);
    }
    for (int i = 0; i < outputs.length; i++) {
      double logit =
          card.output().kind() == Kind.LOGITS ? outputs[i] : Math.log(Math.max(0, outputs[i]));
      logits[i] = logit / card.output().temperature();
    }
    return byEmotion(logits);
  }

  /** Probabilities of the labels that are not ignored, summed by emotion. */
  private float[] byEmotion(double[] logits) {
    int[] known =
        IntStream.range(0, logits.length).filter(i -> label(i).emotion() != null).toArray();
    double[] shares = softmax(IntStream.of(known).mapToDouble(i -> logits[i]).toArray());
    LabelSmoothing.undo(shares, card.output().smoothing());
    double[] sums = new double[EMOTIONS];
    for (int i = 0; i < known.length; i++) {
      sums[label(known[i]).emotion().ordinal()] += shares[i];
    }
    float[] probabilities = new float[EMOTIONS];
    for (int i = 0; i < EMOTIONS; i++) {
      probabilities[i] = (float) sums[i];
    }
    return probabilities;
  }

  private double[] softmax(double[] logits) {
    double max = DoubleStream.of(logits).max().orElse(Double.NEGATIVE_INFINITY);
    if (max == Double.NEGATIVE_INFINITY) {
      throw new ModelException(
          "model " + card.name() + " gives probability 0 to every label that is not ignored");
    }
    double[] weights = DoubleStream.of(logits).map(logit -> Math.exp(logit - max)).toArray();
    double total = DoubleStream.of(weights).sum();
    return DoubleStream.of(weights).map(weight -> weight / total).toArray();
  }

  private Label label(int output) {
    return card.labels().get(output);
  }

  private void refuseNonNumbers(float[] outputs) {
    if (outputs.length != card.outputs()) {
      throw new ModelException(
          "model "
              + card.name()
              + " gave "
              + outputs.length
              + " numbers for a face, but its card has "
              + card.outputs()
              + " labels");
    }
    for (int i = 0; i < outputs.length; i++) {
      if (!Float.isFinite(outputs[i])) {
        throw new ModelException(
            "model " + card.name() + " gave " + outputs[i] + " for " + label(i).text());
      }
    }
  }

  private void refuseNoProbabilities(float[] outputs) {
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      if (outputs[i] < -SUM_TOLERANCE || outputs[i] > 1 + SUM_TOLERANCE) {
        throw noProbabilities(outputs[i] + " for " + label(i).text());
      }
      sum += outputs[i];
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw noProbabilities("numbers that sum to " + sum);
    }
  }

  private ModelException noProbabilities(String what) {
    return new ModelException(
        "model "
            + card.name()
            + " gave "
            + what
            + ", but its card's output.kind is PROBABILITIES: from 0 to 1, summing to 1");
  }
}
