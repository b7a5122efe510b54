package io.moodline.trainer.network;

/**
 * What flows between two layers, for one face.
 *
 * @param channels feature maps, or the length of a vector
 * @param height rows; 1 for a vector
 * @param width columns; 1 for a vector
 */
public record Shape(int channels, int height, int width) {

  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a shape is "
              + channels
              + " x "
              + height
              + " x "
              + width
              + ", but no side may be below 1");
    }
  }

  /** A vector of some length. */
  public static Shape vector(int length) {
    return new Shape(length, 1, 1);
  }

  /** How many numbers it holds. */
  public int elements() {
    return channels * height * width;
  }
}
