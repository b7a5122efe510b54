package io.moodline.app.run;

import io.moodline.app.cli.Settings;
import io.moodline.classifier.ClassifierConfig;
import io.moodline.classifier.model.ModelCard;
import io.moodline.detector.CropKeys;
import java.util.Map;

/**
 * The detector cuts faces out as the emotion model's card asks for. Stages do not know each other,
 * so it is told here.
 */
public final class ModelSettings {

  private ModelSettings() {}

  /** The card of the configured model. */
  public static ModelCard card(Settings settings) {
    return new ClassifierConfig(settings.forStage("classifier")).loadModel().card();
  }

  /** The settings, with the crops that the card asks for wherever the user says nothing else. */
  public static Settings complete(Settings settings) {
    ModelCard card = card(settings);
    Settings complete = settings;
    for (Map.Entry<String, String> entry : crops(card).entrySet()) {
      complete = complete.withDefault(entry.getKey(), entry.getValue());
    }
    return complete;
  }

  /** The detector's settings that a card asks for. */
  public static Map<String, String> crops(ModelCard card) {
    return Map.of(
        CropKeys.WIDTH, Integer.toString(card.crop().width()),
        CropKeys.HEIGHT, Integer.toString(card.crop().height()),
        CropKeys.CHANNELS, Integer.toString(card.input().channels()),
        CropKeys.MARGIN, Double.toString(card.crop().margin()),
        CropKeys.REFERENCE, card.crop().landmarksText());
  }
}
