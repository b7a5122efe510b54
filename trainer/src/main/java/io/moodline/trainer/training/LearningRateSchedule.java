package io.moodline.trainer.training;

/** The learning rate over the time of a training, as a share of the highest. */
public enum LearningRateSchedule {
  /**
   * Up from nearly 0 in a straight line for a fifth of the time, then down to nearly 0 along a
   * cosine. After L. Smith, "Super-Convergence", 2018.
   */
  ONE_CYCLE {
    @Override
    public double share(double progress) {
      double share =
          progress < WARM_UP
              ? progress / WARM_UP
              : (1 + Math.cos(Math.PI * (progress - WARM_UP) / (1 - WARM_UP))) / 2;
      return Math.max(share, LEAST);
    }
  },

  /** A tenth of it from half of the time on, a hundredth from three quarters on. */
  STEP {
    @Override
    public double share(double progress) {
      return progress < 0.5 ? 1 : progress < 0.75 ? 0.1 : 0.01;
    }
  },

  /** Always the same. */
  CONSTANT {
    @Override
    public double share(double progress) {
      return 1;
    }
  };

  private static final double WARM_UP = 0.2;
  private static final double LEAST = 1e-3;

  /**
   * @param progress of the training, 0 at its start, 1 at its end
   * @return a share of the highest learning rate, above 0 and up to 1
   */
  public abstract double share(double progress);
}
