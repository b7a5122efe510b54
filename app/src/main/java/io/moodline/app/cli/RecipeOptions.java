package io.moodline.app.cli;

import io.moodline.trainer.augment.AugmentationPlan;
import io.moodline.trainer.training.LearningRateSchedule;
import io.moodline.trainer.training.LossKind;
import io.moodline.trainer.training.OptimizerSettings;
import io.moodline.trainer.training.Recipe;
import picocli.CommandLine.Option;

/** What can be changed of a network's recipe; what is not given stays as the recipe has it. */
final class RecipeOptions {

  /** What numbers convolutions and matrix products are computed in. */
  enum Precision {
    BF16,
    F32
  }

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training faces.")
  private Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "Faces a step.")
  private Integer batch;

  @Option(
      names = "--optimizer",
      paramLabel = "RULE",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private OptimizerSettings.Kind optimizer;

  @Option(names = "--learning-rate", paramLabel = "RATE", description = "The highest.")
  private Double learningRate;

  @Option(names = "--momentum", paramLabel = "SHARE", description = "Of MOMENTUM, Nesterov's.")
  private Double momentum;

  @Option(names = "--l2", paramLabel = "SHARE", description = "Decay of filters and matrices.")
  private Double l2;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description = "The learning rate over time: one of ${COMPLETION-CANDIDATES}.")
  private LearningRateSchedule schedule;

  @Option(
      names = "--loss",
      paramLabel = "NAME",
      description = "One of ${COMPLETION-CANDIDATES}. FER+ votes are learnt as shares.")
  private LossKind loss;

  @Option(
      names = "--smoothing",
      paramLabel = "SHARE",
      description =
          "Share of a hard label, or of votes of one mind, that is spread over all classes.")
  private Double smoothing;

  @Option(
      names = "--second-head",
      paramLabel = "WEIGHT",
      description = "Weight of the second head's loss, above 0.")
  private Double secondHead;

  @Option(
      names = "--mixup",
      paramLabel = "ALPHA",
      description = "Mix pairs of faces by shares from Beta(ALPHA, ALPHA); 0: do not.")
  private Double mixup;

  @Option(
      names = "--averaging",
      paramLabel = "SHARE",
      description = "Share of the old value in the weights' running average; 0: none.")
  private Double averaging;

  @Option(
      names = "--teaching",
      paramLabel = "SHARE",
      description = "Share of the teachers' answers in what is learnt (0.7 with --teacher).")
  private Double teaching;

  @Option(
      names = "--patience",
      paramLabel = "EPOCHS",
      description =
          "End when the validation loss has not fallen for so long, and keep the best epoch; 0:"
              + " never, and keep the last.")
  private Integer patience;

  @Option(
      names = "--augment",
      paramLabel = "PLAN",
      description = "How faces are altered; see below. \"none\": not at all.")
  private String augment;

  @Option(
      names = "--precision",
      paramLabel = "NUMBERS",
      description =
          "One of ${COMPLETION-CANDIDATES}: bfloat16 is faster where the processor has it.")
  private Precision precision;

  @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same curve.")
  private Long seed;

  /**
   * The recipe with what was given.
   *
   * @param taught true when there are teachers
   * @param heads how many heads the network has
   * @throws IllegalArgumentException when a value is not allowed, naming it and what is, or when an
   *     option would do nothing
   */
  Recipe over(Recipe base, boolean taught, int heads) {
    OptimizerSettings own = base.optimizer();
    refuseIdle(or(optimizer, own.kind()), taught, heads);
    return new Recipe(
        or(epochs, base.epochs()),
        or(batch, base.batch()),
        new OptimizerSettings(
            or(optimizer, own.kind()),
            or(learningRate, own.learningRate()),
            or(momentum, own.momentum()),
            or(l2, own.l2())),
        or(schedule, base.schedule()),
        or(loss, base.loss()),
        or(smoothing, base.smoothing()),
        or(secondHead, base.secondHead()),
        or(mixup, base.mixup()),
        or(averaging, base.averaging()),
        taught ? or(teaching, 0.7) : 0,
        or(patience, base.patience()),
        augment == null ? base.augmentation() : AugmentationPlan.parse(augment),
        precision == null ? base.bfloat16() : precision == Precision.BF16,
        or(seed, base.seed()));
  }

  /** Who gives an option that does nothing thinks that it does something. */
  private void refuseIdle(OptimizerSettings.Kind kind, boolean taught, int heads) {
    require(
        momentum == null || kind == OptimizerSettings.Kind.MOMENTUM,
        "--momentum is for the optimizer MOMENTUM, but this one is " + kind);
    require(
        teaching == null || taught,
        "--teaching is the share of the teachers' answers, but there is no --teacher");
    require(
        secondHead == null || heads > 1,
        "--second-head is for two heads (--labels both), but there is one");
    require(
        secondHead == null || secondHead != 0,
        "--second-head is 0, but must be above 0: the second head would learn nothing");
  }

  private static void require(boolean allowed, String otherwise) {
    if (!allowed) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static <T> T or(T given, T otherwise) {
    return given == null ? otherwise : given;
  }
}
