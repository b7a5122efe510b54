package io.moodline.app.cli;

import io.moodline.trainer.balance.Balancing;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.balance.WeightRule;
import io.moodline.trainer.dataset.LabelSet;
import java.util.ArrayList;
import java.util.List;
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
      description = "One of ${COMPLETION-CANDIDATES} (default: the network's own).")
  private Labels labels;

  @Option(
      names = "--merge",
      paramLabel = "A+B",
      description = "Learn two or more emotions as one class; may be repeated.")
  private List<String> merge = List.of();

  @Option(names = "--exclude", paramLabel = "A,B", description = "Leave emotions out.")
  private String exclude;

  @Option(
      names = "--only",
      paramLabel = "A,B",
      description = "Learn these classes alone, such as happiness,sadness.")
  private String only;

  @Option(
      names = "--class-weights",
      paramLabel = "RULE",
      defaultValue = "none",
      description =
          "How much a class counts: none, balanced, inverse-sqrt, or anger=2,fear=1.5 (default"
              + " ${DEFAULT-VALUE}).")
  private String weights;

  @Option(
      names = "--balance",
      paramLabel = "HOW",
      defaultValue = "none",
      description =
          "Show all classes equally often: none, over (repeat the rare) or under (leave out the"
              + " common); default ${DEFAULT-VALUE}.")
  private String balance;

  /**
   * What each head learns.
   *
   * @param own what the network learns when nothing is given
   * @throws IllegalArgumentException when a class is unknown or nothing is left, saying which
   */
  List<ClassPlan> plans(List<ClassPlan> own) {
    List<ClassPlan> heads =
        labels == null ? own : labels.sets().stream().map(ClassPlan::of).toList();
    return merge.isEmpty() && exclude == null && only == null ? heads : altered(heads);
  }

  /** Each head whose labels have the classes named; the others stay as they are. */
  private List<ClassPlan> altered(List<ClassPlan> heads) {
    List<ClassPlan> altered = new ArrayList<>();
    IllegalArgumentException refused = null;
    boolean any = false;
    for (ClassPlan head : heads) {
      try {
        altered.add(altered(head));
        any = true;
      } catch (IllegalArgumentException e) {
        refused = refused == null ? e : refused;
        altered.add(head);
      }
    }
    if (!any) {
      throw refused;
    }
    return altered;
  }

  private ClassPlan altered(ClassPlan head) {
    ClassPlan plan = head;
    for (String merged : merge) {
      plan = plan.merge(merged);
    }
    if (exclude != null) {
      plan = plan.exclude(exclude);
    }
    return only == null ? plan : plan.only(only).withLeastShare(0.5);
  }

  WeightRule weights() {
    return WeightRule.parse(weights);
  }

  Balancing balancing() {
    return Balancing.named(balance);
  }
}
