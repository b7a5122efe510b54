package io.moodline.trainer.balance;

import io.moodline.schemas.Emotion;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.dataset.LabelledFace;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which emotion a class answers as: one that was merged of several must name one of them. */
public final class ClassAnswers {

  private ClassAnswers() {}

  /**
   * The commonest emotion of each class, the first of equals. A face whose votes are shared counts
   * for each emotion by its share.
   *
   * @param faces that are learnt from
   * @return in the order of the plan's classes
   */
  public static List<Emotion> of(ClassPlan plan, List<LabelledFace> faces) {
    LabelSet labels = plan.labels();
    double[] counts =
        Shares.sums(
            faces.stream().map(labels::target).flatMap(Optional::stream).toList(),
            labels.classes().size());
    Comparator<Emotion> byCount =
        Comparator.comparingDouble(emotion -> counts[labels.classes().indexOf(emotion)]);
    // Collections.max keeps the first of equals.
    return plan.classes().stream().map(one -> Collections.max(one.emotions(), byCount)).toList();
  }

  /** As {@link #of}, for each of several heads. */
  public static List<List<Emotion>> ofEach(List<ClassPlan> plans, List<LabelledFace> faces) {
    return plans.stream().map(plan -> of(plan, faces)).toList();
  }
}
