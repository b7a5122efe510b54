package io.moodline.trainer.training;

import io.moodline.trainer.augment.Canvas;
import io.moodline.trainer.dataset.Sample;
import io.moodline.trainer.training.TrainingFaces.HeadLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes the batches of each epoch: shuffled, altered, mixed. What an epoch gives depends on the
 * recipe's seed and the epoch's number alone, so a resumed training goes on as if never stopped.
 * Thread-safe.
 */
public final class Batches {

  private static final int FACE = Sample.SIZE * Sample.SIZE;

  private final TrainingFaces faces;
  private final Recipe recipe;

  public Batches(TrainingFaces faces, Recipe recipe) {
    if (faces.size() < 2) {
      throw new IllegalArgumentException(
          "there are " + faces.size() + " faces with a label to learn from, but must be 2 or more");
    }
    this.faces = faces;
    this.recipe = recipe;
  }

  /** Steps an epoch; faces that fill no whole batch wait for an epoch in which they do. */
  public int steps() {
    return Math.max(1, faces.size() / batch());
  }

  private int batch() {
    return Math.min(recipe.batch(), faces.size());
  }

  /** The order in which an epoch goes through the faces. */
  public int[] order(int epoch) {
    int[] order = new int[faces.size()];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = random(epoch, -1);
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int face = order[i];
      order[i] = order[other];
      order[other] = face;
    }
    return order;
  }

  /**
   * One batch.
   *
   * @param order of the epoch
   * @param step within it, from 0
   */
  public Batch make(int epoch, int[] order, int step) {
    SplittableRandom random = random(epoch, step);
    int[] chosen = Arrays.copyOfRange(order, step * batch(), (step + 1) * batch());
    float[] pixels = new float[chosen.length * FACE];
    Canvas canvas = new Canvas();
    for (int i = 0; i < chosen.length; i++) {
      recipe
          .augmentation()
          .apply(faces.pixels().get(chosen[i]), random.split(), pixels, i * FACE, canvas);
    }
    List<float[]> targets = new ArrayList<>();
    List<float[]> weights = new ArrayList<>();
    for (HeadLabels labels : faces.labels()) {
      targets.add(targets(labels, chosen));
      weights.add(weights(labels, chosen));
    }
    Batch batch = new Batch(chosen.length, pixels, targets, weights);
    return recipe.mixup() > 0 ? Mixup.mix(batch, recipe.mixup(), random) : batch;
  }

  private float[] targets(HeadLabels labels, int[] chosen) {
    int classes = labels.classWeights().length;
    float[] targets = new float[chosen.length * classes];
    for (int i = 0; i < chosen.length; i++) {
      float[] target = labels.targets().get(chosen[i]);
      for (int c = 0; target != null && c < classes; c++) {
        targets[i * classes + c] = smooth(target[c], target, classes);
      }
    }
    return targets;
  }

  /**
   * What is wholly of one class is smoothed, be it a hard label or votes of one mind; votes that
   * differ say themselves how sure they are.
   */
  private float smooth(float share, float[] target, int classes) {
    if (recipe.smoothing() == 0 || !isWhole(target)) {
      return share;
    }
    return (float) (share * (1 - recipe.smoothing()) + recipe.smoothing() / classes);
  }

  private static boolean isWhole(float[] target) {
    for (float share : target) {
      if (share == 1) {
        return true;
      }
    }
    return false;
  }

  private static float[] weights(HeadLabels labels, int[] chosen) {
    float[] weights = new float[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      float[] target = labels.targets().get(chosen[i]);
      for (int c = 0; target != null && c < target.length; c++) {
        weights[i] += target[c] * labels.classWeights()[c];
      }
    }
    return weights;
  }

  private SplittableRandom random(int epoch, int step) {
    return new SplittableRandom(
        recipe.seed() * 1_000_003L + epoch * 7_368_787L + step * 15_485_863L);
  }
}
