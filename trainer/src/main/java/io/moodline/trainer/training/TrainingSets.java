package io.moodline.trainer.training;

import io.moodline.trainer.balance.Balancing;
import io.moodline.trainer.balance.ClassPlan;
import io.moodline.trainer.balance.WeightRule;
import io.moodline.trainer.dataset.LabelledFace;
import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes what a network learns from, and what it is judged by, out of labelled faces. */
public final class TrainingSets {

  private TrainingSets() {}

  /**
   * Faces to learn from: those with a label for at least one head.
   *
   * @param plans what each head learns; the first is the main one
   * @param rule how much the main head's classes count
   * @param balancing how often the main head's classes are shown
   * @throws IllegalArgumentException when rule or balancing need a class that has no face
   */
  public static TrainingFaces toLearn(
      List<LabelledFace> faces,
      List<ClassPlan> plans,
      WeightRule rule,
      Balancing balancing,
      long seed) {
    TrainingFaces all = labelled(faces, plans);
    TrainingFaces shown = balancing == Balancing.NONE ? all : balanced(all, plans, balancing, seed);
    List<HeadLabels> heads = new ArrayList<>(shown.labels());
    HeadLabels main = heads.get(0);
    List<float[]> targets = main.targets().stream().filter(target -> target != null).toList();
    heads.set(
        0, new HeadLabels(main.targets(), main.truths(), plans.get(0).weights(targets, rule)));
    return new TrainingFaces(shown.pixels(), heads);
  }

  /** Faces to be judged by, each class counting the same. */
  public static TrainingFaces toJudge(List<LabelledFace> faces, List<ClassPlan> plans) {
    return labelled(faces, plans);
  }

  private static TrainingFaces labelled(List<LabelledFace> faces, List<ClassPlan> plans) {
    List<LabelledFace> chosen =
        faces.stream()
            .filter(face -> plans.stream().anyMatch(plan -> plan.target(face).isPresent()))
            .toList();
    List<HeadLabels> heads = plans.stream().map(plan -> labels(chosen, plan)).toList();
    return new TrainingFaces(chosen.stream().map(LabelledFace::pixels).toList(), heads);
  }

  private static HeadLabels labels(List<LabelledFace> faces, ClassPlan plan) {
    List<float[]> targets = new ArrayList<>();
    int[] truths = new int[faces.size()];
    for (int i = 0; i < truths.length; i++) {
      targets.add(plan.target(faces.get(i)).orElse(null));
      truths[i] = plan.truth(faces.get(i)).orElse(-1);
    }
    float[] weights = new float[plan.classes().size()];
    Arrays.fill(weights, 1);
    return new HeadLabels(targets, truths, weights);
  }

  private static TrainingFaces balanced(
      TrainingFaces all, List<ClassPlan> plans, Balancing balancing, long seed) {
    HeadLabels main = all.labels().get(0);
    List<Integer> labelled = new ArrayList<>();
    List<float[]> targets = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (main.targets().get(i) != null) {
        labelled.add(i);
        targets.add(main.targets().get(i));
      }
    }
    int[] faces =
        Arrays.stream(balancing.positions(plans.get(0), targets, seed))
            .map(labelled::get)
            .toArray();
    return new TrainingFaces(
        Arrays.stream(faces).mapToObj(all.pixels()::get).toList(),
        all.labels().stream().map(labels -> chosen(labels, faces)).toList());
  }

  private static HeadLabels chosen(HeadLabels labels, int[] faces) {
    List<float[]> targets = new ArrayList<>();
    for (int face : faces) {
      targets.add(labels.targets().get(face));
    }
    return new HeadLabels(
        targets,
        Arrays.stream(faces).map(face -> labels.truths()[face]).toArray(),
        labels.classWeights());
  }
}
