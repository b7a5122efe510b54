package io.moodline.classifier.onnx;

/**
 * Which numbers of faces are run together. A batch that is larger than its faces has leftovers of
 * earlier calls in the rest, whose answers nobody reads.
 *
 * @param most the largest batch
 * @param rule what sizes there are up to that
 */
record BatchSizes(int most, Rule rule) {

  enum Rule {
    /** Every size. */
    ANY,
    /** Powers of two and the largest: CUDA prepares itself for each size that it meets. */
    POWERS_OF_TWO,
    /** The largest only: the model was exported for that. */
    FIXED
  }

  /** The batch to run for a number of faces, 1 to {@code most}. */
  int atLeast(int faces) {
    return switch (rule) {
      case ANY -> faces;
      case POWERS_OF_TWO -> Math.min(most, nextPowerOfTwo(faces));
      case FIXED -> most;
    };
  }

  private static int nextPowerOfTwo(int n) {
    return n == 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
  }
}
