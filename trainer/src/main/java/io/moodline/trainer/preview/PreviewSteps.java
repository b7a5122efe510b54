package io.moodline.trainer.preview;

import io.moodline.trainer.augment.AugmentationPlan;
import io.moodline.trainer.augment.Step;
import io.moodline.trainer.augment.Technique;
import io.moodline.trainer.preprocess.FaceEllipse;
import io.moodline.trainer.preprocess.Laplacian;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The steps of preprocessing, made visible. */
public final class PreviewSteps {

  private static final int LARGE = 70;
  private static final int MID_GRAY = 128;

  /** A standard deviation as a difference of gray. */
  private static final double GRAY_PER_DEVIATION = 48;

  /** The Laplacian reaches 64 times as far as gray values; what faces have is far less. */
  private static final double LAPLACIAN_PER_GRAY = 16;

  private PreviewSteps() {}

  /** The steps that the networks use, one after the other. */
  public static List<NamedStep> all() {
    return List.of(
        new NamedStep("original", image -> image),
        new NamedStep("standardised: mean 0, deviation 1", PreviewSteps::standardised),
        new NamedStep("resized to 70x70", image -> image.resized(LARGE, LARGE)),
        new NamedStep(
            "Laplacian of aperture 5 inside the face ellipse, 70x70",
            image -> laplacianInEllipse(image.resized(LARGE, LARGE))));
  }

  /**
   * What each augmentation does at its usual strength, then what the default plan does.
   *
   * @param seed of what is random; the same seed draws the same for every picture
   */
  public static List<NamedStep> augmentations(long seed) {
    List<NamedStep> steps = new ArrayList<>();
    for (Technique technique : Technique.values()) {
      AugmentationPlan plan =
          AugmentationPlan.of(List.of(new Step(technique, 1, technique.defaultStrength())));
      steps.add(
          new NamedStep(plan + ": " + technique.effect(), image -> altered(image, plan, seed)));
    }
    AugmentationPlan plan = AugmentationPlan.DEFAULT;
    steps.add(new NamedStep("default plan: " + plan, image -> altered(image, plan, seed)));
    return steps;
  }

  private static GrayImage altered(GrayImage image, AugmentationPlan plan, long seed) {
    float[] altered = new float[image.pixels().length];
    plan.apply(image.pixels(), new SplittableRandom(seed), altered, 0);
    byte[] shown = new byte[altered.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = gray(altered[i]);
    }
    return new GrayImage(image.width(), image.height(), shown);
  }

  private static GrayImage standardised(GrayImage image) {
    double sum = 0;
    double squares = 0;
    for (byte pixel : image.pixels()) {
      int value = pixel & 0xff;
      sum += value;
      squares += value * value;
    }
    int count = image.pixels().length;
    double mean = sum / count;
    double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
    double scale = deviation > 0 ? GRAY_PER_DEVIATION / deviation : 0;
    byte[] shown = new byte[count];
    for (int i = 0; i < count; i++) {
      shown[i] = gray(MID_GRAY + scale * ((image.pixels()[i] & 0xff) - mean));
    }
    return new GrayImage(image.width(), image.height(), shown);
  }

  private static GrayImage laplacianInEllipse(GrayImage image) {
    int[] laplacian = Laplacian.aperture5(image.pixels(), image.width(), image.height());
    byte[] shown = new byte[laplacian.length];
    for (int i = 0; i < shown.length; i++) {
      if (FaceEllipse.contains(
          i % image.width(), i / image.width(), image.width(), image.height())) {
        shown[i] = gray(MID_GRAY + laplacian[i] / LAPLACIAN_PER_GRAY);
      }
    }
    return new GrayImage(image.width(), image.height(), shown);
  }

  private static byte gray(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }
}
