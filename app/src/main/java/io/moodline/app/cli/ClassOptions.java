package io.moodline.app.cli;

import io.moodline.app.train.ClassChoice;
import io.moodline.trainer.balance.Balancing;
import io.moodline.trainer.balance.WeightRule;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.network.Networks;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which classes a network learns, and how much each counts. */
final class ClassOptions {

  /** Which labels are learnt. */
  enum Labels {
    /** The vote shares of FER+, eight classes. */
    FERPLUS(LabelSet.FERPLUS),
    /** The contest's labels, seven classes. */
    FER2013(LabelSet.FER2013),
    /** FER+ by the main head, the contest's by a second one. */
    BOTH(LabelSet.FERPLUS, LabelSet.FER2013);

    private final List<LabelSet> sets;

    Labels(LabelSet... sets) {
      this.sets = List.of(sets);
    }

    /** The labels of each head, the main one first. */
    List<LabelSet> sets() {
      return sets;
    }
  }

  @Option(
      names = "--labels",
      paramLabel = "SET",
      description =
          "One of ${COMPLETION-CANDIDATES} (default: the network's own, as far as the data set has"
              + " them).")
  private Labels labels;

  @Option(
      names = "--merge",
      paramLabel = "A+B",
      description = "Learn two or more emotions as one class; may be repeated.")
  private List<String> merge = List.of();

  @Option(
      names = "--exclude",
      paramLabel = "A,B",
      description = "Leave emotions out, and faces that are mostly of them.")
  private String exclude;

  @Option(
      names = "--only",
      paramLabel = "A,B",
      description =
          "Learn these classes alone, such as happiness,sadness, in the place of the network's"
              + " own.")
  private String only;

  @Option(
      names = "--class-weights",
      paramLabel = "RULE",
      defaultValue = "none",
      description =
          "How much a class of the first head counts: none, balanced, inverse-sqrt, or"
              + " anger=2,fear=1.5 (default ${DEFAULT-VALUE}).")
  private String weights;

  @Option(
      names = "--balance",
      paramLabel = "HOW",
      defaultValue = "none",
      description =
          "Show all classes of the first head equally often: none, over (repeat the rare) or under"
              + " (leave out the common); default ${DEFAULT-VALUE}.")
  private String balance;

  /** What was said of the classes to learn. */
  ClassChoice choice(Networks network) {
    return new ClassChoice(
        network,
        Optional.ofNullable(labels).map(Labels::sets),
        merge,
        Optional.ofNullable(exclude),
        Optional.ofNullable(only));
  }

  WeightRule weights() {
    return WeightRule.parse(weights);
  }

  Balancing balancing() {
    return Balancing.named(balance);
  }
}
