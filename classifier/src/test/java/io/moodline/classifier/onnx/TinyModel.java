package io.moodline.classifier.onnx;

import io.moodline.classifier.model.CardJson;
import io.moodline.classifier.model.Device;
import io.moodline.classifier.model.FaceCrop;
import io.moodline.classifier.model.RuntimeSettings;

/**
 * A model whose answers are worked by hand: logits of happiness, sadness and anger are the first
 * three of its 8 x 8 pixels, in multiples of ln 2. So pixels 1, 0, 0 give 2, 1, 1 of 4.
 */
final class TinyModel {

  static final int PIXELS = 64;
  static final int LABELS = 3;
  static final CardJson CARD = CardJson.good().with("input.std", "[" + 1 / Math.log(2) + "]");

  private TinyModel() {}

  /**
   * The file.
   *
   * @param batch how many faces it takes at once; -1: any number
   */
  static byte[] onnx(long batch) {
    return onnx(batch, new float[LABELS], false);
  }

  static byte[] onnx(long batch, float[] bias, boolean softmax) {
    return TinyOnnx.linear(
        new long[] {batch, 1, 8, 8}, TinyOnnx.firstPixels(PIXELS, LABELS), bias, softmax);
  }

  static FaceCrop face(int first, int second, int third) {
    byte[] pixels = new byte[PIXELS];
    pixels[0] = (byte) first;
    pixels[1] = (byte) second;
    pixels[2] = (byte) third;
    return new FaceCrop(8, 8, 1, pixels);
  }

  /** Probabilities in the order of the emotions. */
  static float[] row(float happiness, float sadness, float anger) {
    return new float[] {0, happiness, 0, sadness, anger, 0, 0, 0};
  }

  static RuntimeSettings settings(String device, int maxBatch) {
    return new RuntimeSettings(Device.parse(device), 1, maxBatch, 1L << 30);
  }
}
