package io.moodline.classifier.model;

import io.moodline.classifier.model.ModelCard.ChannelOrder;
import io.moodline.classifier.model.ModelCard.Input;
import io.moodline.classifier.model.ModelCard.Layout;
import java.nio.FloatBuffer;

/**
 * Crop to tensor: channels as the card wants them, resized when the crop has another size,
 * normalised as {@code (x - mean) / std}. Immutable, thread-safe.
 */
public final class Preprocessing {

  private static final int LEVELS = 256;

  private final Input input;
  private final int[] channelStarts;
  private final int step;
  private final float[][] normalised;

  public Preprocessing(Input input) {
    this.input = input;
    boolean planar = input.layout() == Layout.NCHW;
    this.step = planar ? 1 : input.channels();
    this.channelStarts = new int[input.channels()];
    this.normalised = new float[input.channels()][LEVELS];
    for (int c = 0; c < input.channels(); c++) {
      channelStarts[c] = planar ? c * input.height() * input.width() : c;
      for (int level = 0; level < LEVELS; level++) {
        normalised[c][level] = normalise(c, level);
      }
    }
  }

  /**
   * Writes one face.
   *
   * @param target takes {@link Input#elements()} numbers from {@code offset} on, in the order of
   *     the card's layout
   */
  public void write(FaceCrop crop, FloatBuffer target, int offset) {
    if (fits(crop)) {
      writeLevels(crop.pixels(), target, offset);
      return;
    }
    for (int c = 0; c < input.channels(); c++) {
      float[] plane =
          Bilinear.resize(
              plane(crop, c), crop.width(), crop.height(), input.width(), input.height());
      for (int i = 0; i < plane.length; i++) {
        target.put(offset + channelStarts[c] + i * step, normalise(c, plane[i]));
      }
    }
  }

  /** True for what the detector makes by the card: gray and of the right size. */
  private boolean fits(FaceCrop crop) {
    return input.channels() == 1
        && crop.channels() == 1
        && crop.width() == input.width()
        && crop.height() == input.height();
  }

  private void writeLevels(byte[] pixels, FloatBuffer target, int offset) {
    float[] level = normalised[0];
    for (int i = 0; i < pixels.length; i++) {
      target.put(offset + i, level[pixels[i] & 0xFF]);
    }
  }

  private float normalise(int channel, float x) {
    return (float) ((x - input.mean().get(channel)) / input.std().get(channel));
  }

  /** One channel of the model's picture, 0 to 255, in the crop's size. */
  private float[] plane(FaceCrop crop, int channel) {
    byte[] pixels = crop.pixels();
    float[] plane = new float[crop.width() * crop.height()];
    if (crop.channels() == 1) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = pixels[i] & 0xFF;
      }
    } else if (input.channels() == 1) {
      for (int i = 0; i < plane.length; i++) {
        plane[i] = gray(pixels[3 * i] & 0xFF, pixels[3 * i + 1] & 0xFF, pixels[3 * i + 2] & 0xFF);
      }
    } else {
      int source = input.order() == ChannelOrder.RGB ? channel : 2 - channel;
      for (int i = 0; i < plane.length; i++) {
        plane[i] = pixels[3 * i + source] & 0xFF;
      }
    }
    return plane;
  }

  /** Luma by ITU-R BT.601, as OpenCV makes gray pictures. */
  private static float gray(int red, int green, int blue) {
    return 0.299f * red + 0.587f * green + 0.114f * blue;
  }
}
