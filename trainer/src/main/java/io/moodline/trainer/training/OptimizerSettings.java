package io.moodline.trainer.training;

/**
 * How weights follow their gradients.
 *
 * @param kind the rule
 * @param learningRate the highest of the schedule, above 0
 * @param momentum of {@link Kind#MOMENTUM} (Nesterov's), 0 to below 1
 * @param l2 the share of each filter and matrix that is added to its gradient, from 0
 */
public record OptimizerSettings(Kind kind, double learningRate, double momentum, double l2) {

  /** The rule. */
  public enum Kind {
    MOMENTUM,
    RMSPROP,
    ADAM
  }

  public OptimizerSettings {
    Ranges.check("learning rate", learningRate, 1e-7, 10);
    Ranges.check("momentum", momentum, 0, 0.999);
    Ranges.check("L2", l2, 0, 1);
  }
}
