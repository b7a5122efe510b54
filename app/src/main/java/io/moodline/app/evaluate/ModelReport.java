package io.moodline.app.evaluate;

import io.moodline.classifier.model.ModelCard;
import io.moodline.schemas.Emotion;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What was measured of one model.
 *
 * @param id the model's name, with a number behind it when several have that name; unique within a
 *     report, and fit for a file's name
 * @param origin where it was read from
 * @param card its card
 * @param bytes size of its ONNX file
 * @param parameters how many numbers its file has learnt
 * @param speed how long it takes for a face
 * @param parts its figures, by label set and part of the faces
 */
public record ModelReport(
    String id,
    String origin,
    ModelCard card,
    long bytes,
    long parameters,
    Speed speed,
    List<PartScores> parts) {

  public ModelReport {
    parts = List.copyOf(parts);
  }

  /** The emotions that this model never answers, because it has no output for them. */
  public List<Emotion> unknown() {
    List<Emotion> known =
        card.labels().stream().map(ModelCard.Label::emotion).filter(Objects::nonNull).toList();
    return Arrays.stream(Emotion.values()).filter(emotion -> !known.contains(emotion)).toList();
  }
}
