package io.moodline.classifier;

import io.moodline.classifier.model.CardJson;
import io.moodline.classifier.model.EmotionModel;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.ModelCard;
import io.moodline.classifier.model.ModelException;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges a face by its first pixel, which is the emotion's ordinal: that one has 0.75, the next one
 * 0.25. It fails on {@link #BROKEN}. It remembers how it was used.
 */
final class FakeModel implements EmotionModel {

  static final int BROKEN = 99;
  private static final int EMOTIONS = 8;

  private final List<Integer> batches = new ArrayList<>();
  private int closed;

  @Override
  public ModelCard card() {
    return CardJson.good().read();
  }

  @Override
  public List<float[]> probabilities(List<FaceCrop> faces) {
    batches.add(faces.size());
    return faces.stream().map(face -> probabilities(face.pixels()[0])).toList();
  }

  private static float[] probabilities(int pixel) {
    if (pixel == BROKEN) {
      throw new ModelException("model tiny gave NaN for happy");
    }
    float[] probabilities = new float[EMOTIONS];
    probabilities[pixel] = 0.75f;
    probabilities[(pixel + 1) % EMOTIONS] = 0.25f;
    return probabilities;
  }

  /** Sizes of the batches, in order. */
  List<Integer> batches() {
    return batches;
  }

  /** How often it was closed. */
  int closed() {
    return closed;
  }

  @Override
  public void close() {
    closed++;
  }
}
