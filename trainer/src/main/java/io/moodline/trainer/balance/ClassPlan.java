package io.moodline.trainer.balance;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which classes a network learns, made from a label set by merging, excluding and keeping. Each
 * step gives a new plan; the classes stay in the order of the label set, a merged one at the place
 * of its first emotion. Immutable.
 *
 * <p>Texts name classes with commas between and {@code +} inside of merged ones: {@code
 * happiness,anger+disgust}. A merged class is only ever named whole.
 */
public final class ClassPlan {

  private final LabelSet labels;
  private final ClassList list;
  private final float leastShare;

  private ClassPlan(LabelSet labels, ClassList list, float leastShare) {
    this.labels = labels;
    this.list = list;
    this.leastShare = leastShare;
  }

  /** Every class of a label set, as it is. */
  public static ClassPlan of(LabelSet labels) {
    return new ClassPlan(labels, ClassList.ofEach(labels.classes()), 0);
  }

  /** The label set that it was made from. */
  public LabelSet labels() {
    return labels;
  }

  /** True when the label set has all emotions that a text names, whatever became of them here. */
  public boolean knows(String text) {
    return ClassText.isOf(text, labels.classes());
  }

  /**
   * Makes one class of two or more.
   *
   * @param text such as {@code anger+disgust}, or several with commas between
   * @throws IllegalArgumentException when a class is unknown, part of a merged one or alone, or
   *     when one class is left
   */
  public ClassPlan merge(String text) {
    ClassPlan plan = this;
    for (Set<Emotion> group : ClassText.groups(text, list.emotions())) {
      plan = plan.merge(group);
    }
    return plan;
  }

  /** As {@link #merge(String)}, with one group of emotions. */
  public ClassPlan merge(Set<Emotion> emotions) {
    return with(list.merge(emotions, labels.classes()));
  }

  /**
   * Leaves classes out: their share of a face's target goes to the others.
   *
   * @param text such as {@code contempt,disgust}
   * @throws IllegalArgumentException when a class is unknown or part of a merged one, or when fewer
   *     than two are left
   */
  public ClassPlan exclude(String text) {
    return exclude(union(ClassText.groups(text, list.emotions())));
  }

  /** As {@link #exclude(String)}, with emotions. */
  public ClassPlan exclude(Set<Emotion> emotions) {
    return with(list.exclude(emotions));
  }

  /**
   * Leaves all other classes out, and merges those with {@code +} between.
   *
   * @param text such as {@code happiness,sadness} or {@code happiness,anger+disgust}; what {@link
   *     #toString} prints gives the same classes again
   * @throws IllegalArgumentException when a class is unknown or part of a merged one, or when fewer
   *     than two are left
   */
  public ClassPlan only(String text) {
    List<Set<Emotion>> groups = ClassText.groups(text, list.emotions());
    ClassPlan plan = only(union(groups));
    for (Set<Emotion> group : groups) {
      plan = group.size() > 1 ? plan.merge(group) : plan;
    }
    return plan;
  }

  /** Leaves all classes of other emotions out. */
  public ClassPlan only(Set<Emotion> emotions) {
    return with(list.only(emotions));
  }

  /**
   * Leaves faces out that are mostly of excluded classes: else a face that two of ten people called
   * happy would be taught as a happy one when only {@code happiness,sadness} are kept.
   *
   * @param share the least share of a face's target that must be of the plan's classes, 0 to 1; 0
   *     is what a plan begins with
   */
  public ClassPlan withLeastShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the least share of kept classes is " + share + ", but must be 0 to 1");
    }
    return new ClassPlan(labels, list, (float) share);
  }

  /** As {@link #withLeastShare} was told; 0 in the beginning. */
  public float leastShare() {
    return leastShare;
  }

  /** The classes in the order of the network's outputs. */
  public List<TrainingClass> classes() {
    return list.classes();
  }

  /**
   * What the network should answer: shares in the order of {@link #classes()}, summing to 1. Shares
   * of merged classes are added up. Empty when the face has no label, or none of the plan's classes
   * at all (or too little of them, {@link #withLeastShare}).
   */
  public Optional<float[]> target(LabelledFace face) {
    return labels.target(face).flatMap(this::mapped);
  }

  /**
   * The number of the class that an answer is judged by: the one of the largest share. Empty when
   * the label set has no truth for the face, or one that is excluded.
   */
  public Optional<Integer> truth(LabelledFace face) {
    return labels
        .truth(face)
        .filter(list.emotions()::contains)
        .flatMap(emotion -> target(face))
        .map(Shares::largest);
  }

  /**
   * A factor for each class's part of the loss.
   *
   * @param targets the targets of all faces trained on
   * @throws IllegalArgumentException when a rule names an unknown class, or needs to divide by the
   *     number of faces of a class that has none
   */
  public float[] weights(List<float[]> targets, WeightRule rule) {
    return rule.weights(classes(), Shares.sums(targets, classes().size()));
  }

  private Optional<float[]> mapped(float[] shares) {
    float[] target = new float[classes().size()];
    float kept = 0;
    for (int i = 0; i < target.length; i++) {
      for (Emotion emotion : classes().get(i).emotions()) {
        target[i] += shares[labels.classes().indexOf(emotion)];
      }
      kept += target[i];
    }
    // Ten votes are multiples of a tenth, which float adds up only nearly.
    if (kept <= 0 || kept < leastShare - 1e-6f) {
      return Optional.empty();
    }
    for (int i = 0; i < target.length; i++) {
      target[i] /= kept;
    }
    return Optional.of(target);
  }

  private ClassPlan with(ClassList newList) {
    return new ClassPlan(labels, newList, leastShare);
  }

  private static Set<Emotion> union(Collection<Set<Emotion>> groups) {
    Set<Emotion> union = EnumSet.noneOf(Emotion.class);
    groups.forEach(union::addAll);
    return union;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassPlan plan
        && plan.labels == labels
        && plan.list.equals(list)
        && plan.leastShare == leastShare;
  }

  @Override
  public int hashCode() {
    return Objects.hash(labels, list, leastShare);
  }

  /** The classes' names with commas between, as {@link #only(String)} reads them. */
  @Override
  public String toString() {
    return list.toString();
  }
}
