package io.moodline.trainer.balance;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The classes of a plan, in output order; two or more. */
record ClassList(List<TrainingClass> classes) {

  ClassList {
    classes = List.copyOf(classes);
    if (classes.size() < 2) {
      throw new IllegalArgumentException(
          "the classes left are \"" + names(classes) + "\", but must be two or more");
    }
  }

  static ClassList ofEach(List<Emotion> emotions) {
    return new ClassList(
        emotions.stream().map(emotion -> new TrainingClass(List.of(emotion))).toList());
  }

  /** The emotions of all classes, class by class. */
  List<Emotion> emotions() {
    return classes.stream().flatMap(one -> one.emotions().stream()).toList();
  }

  /**
   * With one class of these emotions.
   *
   * @param order the order of emotions in the label set
   */
  ClassList merge(Set<Emotion> merged, List<Emotion> order) {
    refuseParts(merged);
    if (merged.size() < 2) {
      throw new IllegalArgumentException(
          "\""
              + ClassText.words(merged)
              + "\" cannot be merged: name two or more classes, as anger+disgust");
    }
    List<TrainingClass> result = new ArrayList<>();
    classes.stream().filter(one -> !isOf(merged, one)).forEach(result::add);
    result.add(new TrainingClass(order.stream().filter(merged::contains).toList()));
    result.sort(Comparator.comparing(one -> order.indexOf(one.emotions().get(0))));
    return new ClassList(result);
  }

  ClassList exclude(Set<Emotion> excluded) {
    refuseParts(excluded);
    return filter(one -> !isOf(excluded, one));
  }

  ClassList only(Set<Emotion> kept) {
    refuseParts(kept);
    return filter(one -> isOf(kept, one));
  }

  private ClassList filter(Predicate<TrainingClass> kept) {
    return new ClassList(classes.stream().filter(kept).toList());
  }

  /** One emotion tells: {@link #refuseParts} has seen to it that all are in the set, or none. */
  private static boolean isOf(Set<Emotion> emotions, TrainingClass one) {
    return emotions.contains(one.emotions().get(0));
  }

  private void refuseParts(Set<Emotion> emotions) {
    List<Emotion> known = emotions();
    for (Emotion emotion : emotions) {
      if (!known.contains(emotion)) {
        throw new IllegalArgumentException(
            "class "
                + TrainingClass.word(emotion)
                + " is not there, but must be one of "
                + ClassText.words(known));
      }
    }
    for (TrainingClass one : classes) {
      boolean part = one.emotions().stream().anyMatch(emotions::contains);
      if (part && !emotions.containsAll(one.emotions())) {
        throw new IllegalArgumentException(
            "class " + one.name() + " is merged, and must be named whole");
      }
    }
  }

  private static String names(List<TrainingClass> classes) {
    return classes.stream().map(TrainingClass::name).collect(Collectors.joining(","));
  }

  /** The names with commas between. */
  @Override
  public String toString() {
    return names(classes);
  }
}
