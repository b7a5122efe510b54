package io.moodline.classifier.model;

import io.moodline.schemas.Emotion;
import java.util.List;

/** Judges faces. Used by one thread; closed by who opened it. */
public interface EmotionModel extends AutoCloseable {

  /** The model's card. */
  ModelCard card();

  /**
   * What faces show, computed together.
   *
   * @param faces any number, also none
   * @return for each face, in the same order, eight probabilities in the order of {@link Emotion},
   *     calibrated as the card says, each 0 to 1, summing to 1
   * @throws ModelException when the model fails or what it gives is no number
   */
  List<float[]> probabilities(List<FaceCrop> faces);

  @Override
  void close();
}
