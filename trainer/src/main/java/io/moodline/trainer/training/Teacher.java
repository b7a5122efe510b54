package io.moodline.trainer.training;

import java.util.List;

/** Answers for faces, and a new network learns from what it answers. */
public interface Teacher {

  /**
   * Its logits for faces.
   *
   * @param faces N x size x size gray values, 0 to 255, of the size that the learner sees
   * @param size pixels
   * @return for each of the learner's heads: N x classes
   */
  List<float[][]> logits(float[] faces, int size);
}
