package io.moodline.trainer.facebasis;

import io.moodline.schemas.Emotion;
import java.util.List;
import java.util.Map;

/**
 * What synthetic faces are made from: the mean face of each emotion, and the leading principal
 * components of how faces differ otherwise. Pictures are {@link #SIZE} x {@link #SIZE}, row by row
 * from the top, standardised: mean 0 and standard deviation 1 over the face.
 *
 * @param made how the basis was made, for people: what and its value
 * @param mean the mean of all faces
 * @param classMeans the mean face of each emotion
 * @param components principal components of the faces after their class mean was taken off, by
 *     falling standard deviation
 */
public record FaceBasis(
    Map<String, String> made,
    float[] mean,
    Map<Emotion, ClassMean> classMeans,
    List<Component> components) {

  /** Width and height of every picture here, pixels. */
  public static final int SIZE = 48;

  public FaceBasis {
    classMeans = Map.copyOf(classMeans);
    components = List.copyOf(components);
  }

  /**
   * The mean face of an emotion.
   *
   * @param faces how many faces it is the mean of
   * @param minVotes how many of ten annotators, at least, saw the emotion in each of them
   */
  public record ClassMean(int faces, int minVotes, float[] face) {}

  /**
   * One way in which faces differ.
   *
   * @param symmetric true when the component is its own mirror image (shape, beard, light from
   *     above); false when its mirror image is its negative (head turned, light from one side)
   * @param deviation the standard deviation of the component's coefficient over all faces
   * @param direction the component itself; its length is 1
   */
  public record Component(boolean symmetric, double deviation, float[] direction) {}

  /**
   * A synthetic face: the mean, moved towards (or, with a strength above 1, beyond) an emotion's
   * mean, moved along the components.
   *
   * @param strength how much of the emotion: 0 none, 1 the class mean, above 1 exaggerated
   * @param coefficients one for each component, in standard deviations
   */
  public float[] face(Emotion emotion, double strength, double[] coefficients) {
    if (coefficients.length != components.size()) {
      throw new IllegalArgumentException(
          "coefficients are " + coefficients.length + ", but must be " + components.size());
    }
    float[] classMean = classMeans.get(emotion).face();
    float[] face = new float[SIZE * SIZE];
    for (int pixel = 0; pixel < face.length; pixel++) {
      face[pixel] = (float) (mean[pixel] + strength * (classMean[pixel] - mean[pixel]));
    }
    for (int i = 0; i < coefficients.length; i++) {
      add(components.get(i), coefficients[i], face);
    }
    return face;
  }

  private static void add(Component component, double coefficient, float[] face) {
    double amount = coefficient * component.deviation();
    for (int pixel = 0; pixel < face.length; pixel++) {
      face[pixel] += (float) (amount * component.direction()[pixel]);
    }
  }
}
