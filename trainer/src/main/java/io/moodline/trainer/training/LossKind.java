package io.moodline.trainer.training;

/** What is made small in training. */
public enum LossKind {
  /** Of the softmax against the labels' shares. */
  CROSS_ENTROPY,
  /** Squares of the softmax's distances from the labels' shares, summed over classes. */
  MEAN_SQUARED,
  /** Squares of {@code max(0, 1 - y z)}, y being -1 to 1 and z a logit, summed over classes. */
  SQUARED_HINGE
}
