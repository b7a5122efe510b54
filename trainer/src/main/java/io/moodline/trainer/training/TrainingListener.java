package io.moodline.trainer.training;

import java.io.IOException;

/** Is told how a training goes. */
public interface TrainingListener {

  /**
   * A step is done.
   *
   * @param epoch from 1
   * @param step within the epoch, from 1
   * @param steps of an epoch
   * @param loss of this step
   */
  void step(int epoch, int step, int steps, double loss);

  /** An epoch is done, and its checkpoint written. */
  void epoch(EpochResult result) throws IOException;
}
