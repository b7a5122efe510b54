package io.moodline.trainer.training;

import java.util.List;

/** What logits are worth against labels. */
public final class Scores {

  private Scores() {}

  /** Mean cross-entropy of the softmax over the faces that have a target; 0 for none. */
  public static double crossEntropy(float[][] logits, List<float[]> targets) {
    double sum = 0;
    int faces = 0;
    for (int i = 0; i < logits.length; i++) {
      if (targets.get(i) != null) {
        sum += crossEntropy(logits[i], targets.get(i));
        faces++;
      }
    }
    return faces == 0 ? 0 : sum / faces;
  }

  private static double crossEntropy(float[] logits, float[] target) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - max);
    }
    double loss = 0;
    for (int c = 0; c < logits.length; c++) {
      loss -= target[c] * (logits[c] - max - Math.log(sum));
    }
    return loss;
  }

  /** Share of the faces with a true class whose largest logit names it; 0 for none. */
  public static double accuracy(float[][] logits, int[] truths) {
    int right = 0;
    int faces = 0;
    for (int i = 0; i < logits.length; i++) {
      if (truths[i] >= 0) {
        right += largest(logits[i]) == truths[i] ? 1 : 0;
        faces++;
      }
    }
    return faces == 0 ? 0 : (double) right / faces;
  }

  private static int largest(float[] numbers) {
    int largest = 0;
    for (int i = 1; i < numbers.length; i++) {
      if (numbers[i] > numbers[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
