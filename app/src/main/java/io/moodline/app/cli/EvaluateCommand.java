package io.moodline.app.cli;

import io.moodline.app.evaluate.Evaluator;
import io.moodline.app.evaluate.Plan;
import io.moodline.app.evaluate.pipeline.PipelinePlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures emotion models. */
@Command(
    name = "evaluate",
    description = {
      "Measures emotion models on labelled faces, through the classifier's own pre- and"
          + " postprocessing.",
      "Prints one table over all models; with --out writes report.json and a page with confusion"
          + " matrices and reliability diagrams. Pictures of people are written only with --faces."
    },
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  private static final Duration SPEED_BUDGET = Duration.ofSeconds(2);

  /** By which labels models are judged. */
  enum Labels {
    FERPLUS(List.of(LabelSet.FERPLUS)),
    FER2013(List.of(LabelSet.FER2013)),
    BOTH(List.of(LabelSet.values()));

    private final List<LabelSet> sets;

    Labels(List<LabelSet> sets) {
      this.sets = sets;
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description =
          "An ONNX file with its card beside it, a card, or a bundled model's name (moodnet,"
              + " moodnet-small; default: moodnet); may be"
              + " repeated.")
  private List<String> models = List.of("");

  @Option(names = "--data", paramLabel = "PATH", required = true, description = "The data set.")
  private Path data;

  @Option(
      names = "--split",
      paramLabel = "PART",
      defaultValue = "TEST",
      description = "Which part: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Split split;

  @Option(
      names = "--labels",
      paramLabel = "SET",
      defaultValue = "BOTH",
      description = "By which labels: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private Labels labels;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of the report.")
  private Path out;

  @Option(
      names = "--skip-bad",
      description = "Leave unusable rows and pictures out, and count them, instead of stopping.")
  private boolean skipBad;

  @Option(
      names = "--no-clean",
      description =
          "Do not look for near-duplicates among the training pictures, and give no figures"
              + " without them.")
  private boolean noClean;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads that a model works with (default ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--robustness",
      description =
          "Also judge on rotated, blurred, noisy, dark, small and JPEG-worn faces: some minutes a"
              + " model.")
  private boolean robustness;

  @Mixin private PipelineOptions pipelineOptions;

  @Option(
      names = "--faces",
      description =
          "Also write sheets of the faces that models are most surely wrong about. They show people:"
              + " keep them as you keep the data set. Needs --out.")
  private boolean faces;

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > 64) {
      throw new ParameterException(
          spec.commandLine(), "--threads is " + threads + ", but must be 1 to 64");
    }
    if (faces && out == null) {
      throw new ParameterException(spec.commandLine(), "--faces needs --out");
    }
    Plan plan =
        new Plan(
            models,
            data,
            split,
            labels.sets,
            skipBad,
            !noClean,
            threads,
            SPEED_BUDGET,
            Optional.ofNullable(out),
            robustness,
            pipeline(),
            faces);
    new Evaluator(plan, spec.commandLine().getOut(), Clock.systemUTC()).run();
    return 0;
  }

  private Optional<PipelinePlan> pipeline() {
    try {
      return pipelineOptions.plan();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
