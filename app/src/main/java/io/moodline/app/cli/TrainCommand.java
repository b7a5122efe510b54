package io.moodline.app.cli;

import io.moodline.app.train.ClassChoice;
import io.moodline.app.train.EndAtNextStep;
import io.moodline.app.train.TrainingJob;
import io.moodline.app.train.TrainingPlan;
import io.moodline.trainer.augment.AugmentationPlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.network.Networks;
import io.moodline.trainer.training.Recipe;
import io.moodline.trainer.training.Recipes;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains an emotion model. */
@Command(
    name = "train",
    description = {
      "Trains a small emotion network and writes it as ONNX with its card.",
      "Goes on where it was stopped when the folder holds a training of the same settings. What"
          + " is not given is as the network's recipe has it."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--data", paramLabel = "PATH", required = true, description = "The data set.")
  private Path data;

  @Option(
      names = "--network",
      paramLabel = "NAME",
      defaultValue = "moodnet",
      completionCandidates = NetworkNames.class,
      description = "One of ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
  private String network;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder of checkpoints, curves and the model.")
  private Path out;

  @Mixin private ClassOptions classes;
  @Mixin private RecipeOptions recipe;

  @Option(
      names = "--dropout",
      paramLabel = "SHARE",
      description = "For all dropout layers, in the place of the network's own.")
  private Double dropout;

  @Option(
      names = "--teacher",
      paramLabel = "DIR|MODEL",
      description =
          "Folder of an earlier training to learn from, too, or an exported model: a file, or the"
              + " name of one that comes with Moodline; may be repeated.")
  private List<String> teachers = List.of();

  @Option(
      names = "--start-from",
      paramLabel = "DIR",
      description = "Folder of an earlier training of this network, whose weights are the first.")
  private Path start;

  @Option(names = "--int8", description = "Write a model that computes convolutions in 8 bits.")
  private boolean int8;

  @Option(
      names = "--drop-near-duplicates",
      description = "Learn from no face that the validation or test part holds too.")
  private boolean dropNearDuplicates;

  @Option(
      names = "--skip-bad",
      description = "Leave unusable rows and pictures out, and count them, instead of stopping.")
  private boolean skipBad;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads to compute with (default: the cores).")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** System property: whether standard output is a terminal. */
  static final String TERMINAL = "moodline.terminal";

  /** As of a process that Ctrl-C ended. */
  private static final int STOPPED = 130;

  /** For the help. */
  static final class NetworkNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Networks.values()).map(Networks::networkName).iterator();
    }
  }

  /** The footer lists networks and augmentations from the code that knows them. */
  static CommandLine withFooter(CommandLine train) {
    List<String> footer = new ArrayList<>(List.of("", "Networks:"));
    for (Networks network : Networks.values()) {
      footer.add("  %-22s %s".formatted(network.networkName(), network.description()));
    }
    footer.add("");
    footer.add("Augmentations (--augment), with commas between:");
    AugmentationPlan.help().lines().forEach(line -> footer.add("  " + line));
    train
        .getCommandSpec()
        .usageMessage()
        .footer(footer.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new));
    return train;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > 1024) {
      throw new ParameterException(
          spec.commandLine(), "--threads is " + threads + ", but must be 1 to 1024");
    }
    PrintWriter output = spec.commandLine().getOut();
    TrainingJob job = new TrainingJob(plan(), output, isTerminal());
    try (EndAtNextStep end = EndAtNextStep.open()) {
      job.run();
      return 0;
    } catch (InterruptedIOException e) {
      return stopped(output, e.getMessage());
    } catch (IOException e) {
      // A thread that is interrupted cannot write: that is why, whatever it says.
      if (!Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return stopped(output, "stopped; the same command goes on after the last whole epoch");
    }
  }

  /** What started Java knows; as of Java 22 there is a console for any output. */
  private static boolean isTerminal() {
    String known = System.getProperty(TERMINAL);
    return known == null ? System.console() != null : Boolean.parseBoolean(known);
  }

  private static int stopped(PrintWriter output, String message) {
    output.println(message);
    output.flush();
    return STOPPED;
  }

  private TrainingPlan plan() {
    try {
      Networks chosen = Networks.of(network);
      ClassChoice choice = classes.choice(chosen);
      // What is wrong with classes is said now, and not when the data has been read.
      int heads = choice.heads(EnumSet.allOf(LabelSet.class)).size();
      Recipe settings = recipe.over(Recipes.of(chosen), !teachers.isEmpty(), heads);
      return new TrainingPlan(
          data,
          skipBad,
          dropNearDuplicates,
          chosen,
          dropout == null ? OptionalDouble.empty() : OptionalDouble.of(dropout),
          choice,
          classes.weights(),
          classes.balancing(),
          settings,
          Optional.ofNullable(start),
          teachers,
          threads,
          out,
          int8,
          chosen.description() + ". " + settings);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
