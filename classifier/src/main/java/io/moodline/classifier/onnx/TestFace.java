package io.moodline.classifier.onnx;

import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.LoadedModel;
import io.moodline.classifier.model.ModelCard;
import io.moodline.classifier.model.ModelCard.Kind;
import io.moodline.classifier.model.ModelException;
import java.util.List;

/** Runs a model once, on a picture made for that, before it is trusted with faces. */
final class TestFace {

  private static final double SURE = 1e-5;

  private TestFace() {}

  /**
   * @throws ModelException when the model does not run, or gives what its card does not say
   */
  static void check(LoadedModel model, OnnxEmotionModel open) {
    List<FaceCrop> face = List.of(crop(model.card()));
    float[] outputs = open.outputs(face).get(0);
    if (model.card().output().kind() == Kind.LOGITS && areProbabilities(outputs)) {
      throw new ModelException(
          model.origin()
              + ": the card's output.kind is LOGITS, but what the model gives for a test face lies"
              + " between 0 and 1 and sums to 1: it must be PROBABILITIES");
    }
    open.probabilities(face);
  }

  private static boolean areProbabilities(float[] outputs) {
    double sum = 0;
    for (float output : outputs) {
      if (!(output >= 0 && output <= 1)) {
        return false;
      }
      sum += output;
    }
    return Math.abs(sum - 1) < SURE;
  }

  /** A picture with every gray level, so that models that standardise it have something to do. */
  private static FaceCrop crop(ModelCard card) {
    int width = card.crop().width();
    int height = card.crop().height();
    int channels = card.input().channels();
    byte[] pixels = new byte[width * height * channels];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 255L / pixels.length);
    }
    return new FaceCrop(width, height, channels, pixels);
  }
}
