package io.moodline.trainer.training;

import java.util.List;

/**
 * Faces to learn from or to be judged by.
 *
 * @param pixels each 48 x 48, row by row, 0 to 255 unsigned
 * @param labels of each head, in the order of the heads
 */
public record TrainingFaces(List<byte[]> pixels, List<HeadLabels> labels) {

  /**
   * One head's labels.
   *
   * @param targets of each face: a share for each class, summing to 1; null when the face has no
   *     label for this head
   * @param truths of each face: the class it is judged by, or -1
   * @param classWeights how much a face of each class counts
   */
  public record HeadLabels(List<float[]> targets, int[] truths, float[] classWeights) {}

  /** How many faces. */
  public int size() {
    return pixels.size();
  }
}
