package io.moodline.app.train;

import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.network.Networks;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command line says of the classes to learn. Each option alters those heads whose label
 * set has all the emotions that it names, and must alter one or more.
 *
 * @param network whose own classes are learnt where nothing else is said
 * @param labels the label set of each head, the main one first; empty when that is left to the
 *     network and the data set
 * @param merge emotions that become one class, as {@link ClassPlan#merge(String)} takes them
 * @param exclude classes to leave out
 * @param only classes to learn alone, in the place of the network's own
 */
public record ClassChoice(
    Networks network,
    Optional<List<LabelSet>> labels,
    List<String> merge,
    Optional<String> exclude,
    Optional<String> only) {

  /** A face that is mostly of classes left out would be taught as wholly something else. */
  static final double LEAST_SHARE = 0.5;

  public ClassChoice {
    labels = labels.map(List::copyOf);
    merge = List.copyOf(merge);
  }

  /**
   * What each head learns.
   *
   * @param present the label sets that the data set has
   * @throws IllegalArgumentException when an option fits no head, or leaves too few classes, saying
   *     which and why
   */
  public List<ClassPlan> heads(Set<LabelSet> present) {
    List<ClassPlan> heads = labelSets(present).stream().map(this::own).toList();
    for (String merged : merge) {
      heads = altered(heads, "--merge", merged, ClassPlan::merge);
    }
    if (exclude.isPresent()) {
      heads = altered(heads, "--exclude", exclude.get(), ClassChoice::without);
    }
    return only.isPresent() ? altered(heads, "--only", only.get(), ClassChoice::alone) : heads;
  }

  /**
   * What to tell people when the data set, and not the network, decided which labels are learnt.
   *
   * @param heads as {@link #heads} gave them
   */
  Optional<String> note(List<ClassPlan> heads) {
    List<LabelSet> learnt = heads.stream().map(ClassPlan::labels).toList();
    String missing =
        OwnClasses.labels(network).stream()
            .filter(set -> !learnt.contains(set))
            .map(set -> set.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" and "));
    return labels.isPresent() || missing.isEmpty()
        ? Optional.empty()
        : Optional.of("the data set has no " + missing + " labels: what it has is learnt");
  }

  /** As said; else the network's own as far as the data set has them; else what it has. */
  private List<LabelSet> labelSets(Set<LabelSet> present) {
    List<LabelSet> own = OwnClasses.labels(network);
    return labels.orElseGet(
        () ->
            Stream.of(own, List.of(LabelSet.values()))
                .map(sets -> sets.stream().filter(present::contains).toList())
                .filter(sets -> !sets.isEmpty())
                .findFirst()
                .orElse(own));
  }

  private ClassPlan own(LabelSet set) {
    ClassPlan all = ClassPlan.of(set);
    return only.filter(all::knows).isPresent() ? all : OwnClasses.of(network, set);
  }

  private static ClassPlan without(ClassPlan head, String classes) {
    return head.exclude(classes).withLeastShare(LEAST_SHARE);
  }

  private static ClassPlan alone(ClassPlan head, String classes) {
    return head.only(classes).withLeastShare(LEAST_SHARE);
  }

  private static List<ClassPlan> altered(
      List<ClassPlan> heads,
      String option,
      String classes,
      BiFunction<ClassPlan, String, ClassPlan> change) {
    boolean known = heads.stream().anyMatch(head -> head.knows(classes));
    try {
      // What no head knows is tried all the same: the first says what is wrong with it.
      return heads.stream()
          .map(head -> known && !head.knows(classes) ? head : change.apply(head, classes))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + " " + classes + ": " + e.getMessage(), e);
    }
  }
}
