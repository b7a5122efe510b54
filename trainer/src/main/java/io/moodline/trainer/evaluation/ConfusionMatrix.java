package io.moodline.trainer.evaluation;

import io.moodline.schemas.Emotion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How often each emotion was named what. Rows are what people named, columns what the model
 * answered. Immutable, thread-safe.
 */
public final class ConfusionMatrix {

  private static final int EMOTIONS = Emotion.values().length;

  private final List<Emotion> classes;
  private final int[][] counts;

  private ConfusionMatrix(List<Emotion> classes, int[][] counts) {
    this.classes = List.copyOf(classes);
    this.counts = counts;
  }

  /**
   * Counts answers.
   *
   * @param classes what the truth may be: the rows, in their order
   * @throws IllegalArgumentException when the truth of an answer is none of the classes
   */
  public static ConfusionMatrix of(List<Emotion> classes, List<Answer> answers) {
    int[][] counts = new int[EMOTIONS][EMOTIONS];
    for (Answer answer : answers) {
      if (!classes.contains(answer.truth())) {
        throw new IllegalArgumentException(
            "a face's truth is " + answer.truth() + ", but must be one of " + classes);
      }
      counts[answer.truth().ordinal()][answer.top().ordinal()]++;
    }
    return new ConfusionMatrix(classes, counts);
  }

  /** What the truth may be: the rows. */
  public List<Emotion> classes() {
    return classes;
  }

  /** The columns: the classes, then what the model answered beside them. */
  public List<Emotion> answers() {
    Stream<Emotion> others =
        Arrays.stream(Emotion.values())
            .filter(emotion -> !classes.contains(emotion) && answered(emotion) > 0);
    return Stream.concat(classes.stream(), others).toList();
  }

  /** How many faces of this truth got this answer. */
  public int count(Emotion truth, Emotion answer) {
    return counts[truth.ordinal()][answer.ordinal()];
  }

  /** How many faces have this truth. */
  public int support(Emotion truth) {
    return Arrays.stream(counts[truth.ordinal()]).sum();
  }

  /** How many faces got this answer. */
  public int answered(Emotion answer) {
    return Arrays.stream(counts).mapToInt(row -> row[answer.ordinal()]).sum();
  }

  /** How many faces there are. */
  public int faces() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** How many answers are right. */
  public int right() {
    return classes.stream().mapToInt(emotion -> count(emotion, emotion)).sum();
  }

  /** The share of right answers, 0 to 1; 0 when there is no face. */
  public double accuracy() {
    return share(right(), faces());
  }

  /** The share of this truth's faces that got this answer, 0 to 1; 0 when there is no such face. */
  public double rowShare(Emotion truth, Emotion answer) {
    return share(count(truth, answer), support(truth));
  }

  /** Precision, recall and F1 of each class, in the order of the classes. */
  public List<ClassScore> classScores() {
    return classes.stream().map(this::classScore).toList();
  }

  private ClassScore classScore(Emotion emotion) {
    int hits = count(emotion, emotion);
    int support = support(emotion);
    int answered = answered(emotion);
    return new ClassScore(
        emotion,
        support,
        share(hits, answered),
        share(hits, support),
        share(2 * hits, support + answered));
  }

  /**
   * The mean F1 of the classes that have faces: every class counts the same, however rare. 0 when
   * there is no face.
   */
  public double macroF1() {
    return classScores().stream()
        .filter(score -> score.support() > 0)
        .mapToDouble(ClassScore::f1)
        .average()
        .orElse(0);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
