package io.moodline.classifier.onnx;

import io.moodline.classifier.onnx.Fer2013.Labelled;
import java.util.List;

/** The share of faces whose most probable emotion is the labelled one. */
final class Accuracy {

  private Accuracy() {}

  static double of(List<float[]> probabilities, List<Labelled> images) {
    int right = 0;
    for (int i = 0; i < images.size(); i++) {
      if (indexOfHighest(probabilities.get(i)) == images.get(i).emotion().ordinal()) {
        right++;
      }
    }
    return (double) right / images.size();
  }

  private static int indexOfHighest(float[] values) {
    int highest = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[highest]) {
        highest = i;
      }
    }
    return highest;
  }
}
