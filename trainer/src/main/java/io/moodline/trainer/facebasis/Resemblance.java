package io.moodline.trainer.facebasis;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Measures that synthetic faces show nobody: how far a synthetic face correlates with the training
 * face most like it, beside how far the face of someone else, a real one that is not among them,
 * does. Faces are compared inside of {@link FaceMask} after the mean of all faces was taken off,
 * since what all faces share makes any two alike.
 */
final class Resemblance {

  /** How many synthetic and how many real faces are looked up. */
  private static final int FACES = 400;

  /** FER-2013 holds some pictures twice; above this correlation two are taken for one. */
  private static final double SAME_PICTURE = 0.9;

  private static final double STRENGTH = 1.5;

  private final FaceBasis basis;
  private final float[][] training;

  Resemblance(FaceBasis basis, List<AlignedFace> training) {
    this.basis = basis;
    this.training = training.parallelStream().map(face -> own(face.face())).toArray(float[][]::new);
  }

  /**
   * @param others real faces that are not among the training faces
   * @return notes for {@link FaceBasis#made}
   */
  Map<String, String> measure(List<AlignedFace> others) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("nearest training face to a synthetic face", describe(nearest(synthetic())));
    notes.put(
        "nearest training face to a real face that is not among them",
        describe(nearest(others.stream().limit(FACES).map(AlignedFace::face).toList())));
    return notes;
  }

  private List<float[]> synthetic() {
    Random random = new Random(7);
    Emotion[] emotions = Emotion.values();
    List<float[]> faces = new ArrayList<>();
    for (int i = 0; i < FACES; i++) {
      double[] identity = SyntheticIdentity.draw(basis, random);
      faces.add(basis.face(emotions[i % emotions.length], STRENGTH, identity));
    }
    return faces;
  }

  /** The highest correlation of each face with any training face, ascending. */
  private double[] nearest(List<float[]> faces) {
    return faces.parallelStream().mapToDouble(face -> nearest(own(face))).sorted().toArray();
  }

  private double nearest(float[] own) {
    return IntStream.range(0, training.length)
        .mapToDouble(i -> dot(own, training[i]))
        .filter(correlation -> correlation < SAME_PICTURE)
        .max()
        .orElse(-1);
  }

  /** What is a face's own: without the mean, inside the mask, of mean 0 and length 1. */
  private float[] own(float[] face) {
    int[] pixels = FaceMask.pixels();
    float[] own = new float[pixels.length];
    double sum = 0;
    for (int i = 0; i < pixels.length; i++) {
      own[i] = face[pixels[i]] - basis.mean()[pixels[i]];
      sum += own[i];
    }
    double squares = 0;
    for (int i = 0; i < own.length; i++) {
      own[i] -= (float) (sum / own.length);
      squares += (double) own[i] * own[i];
    }
    for (int i = 0; i < own.length; i++) {
      own[i] /= (float) Math.sqrt(Math.max(squares, 1e-12));
    }
    return own;
  }

  private static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static String describe(double[] ascending) {
    int last = ascending.length - 1;
    return String.format(
        Locale.ROOT,
        "correlation %.3f in the median, %.3f at most, of %d faces",
        ascending[last / 2],
        ascending[last],
        ascending.length);
  }
}
