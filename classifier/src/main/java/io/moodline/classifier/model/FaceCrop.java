package io.moodline.classifier.model;

/**
 * A face cut out of a frame.
 *
 * @param width pixels
 * @param height pixels
 * @param channels 1: gray; 3: red, green, blue, interleaved
 * @param pixels 8 bits a channel, row by row from the top; neither copied nor changed
 */
public record FaceCrop(int width, int height, int channels, byte[] pixels) {

  private static final int MAX_SIZE = 4096;

  /**
   * @throws IllegalArgumentException when the numbers do not fit each other
   */
  public FaceCrop {
    if (width < 1 || width > MAX_SIZE || height < 1 || height > MAX_SIZE) {
      throw new IllegalArgumentException(
          "a crop is "
              + width
              + " x "
              + height
              + " pixels, but must be from 1 to "
              + MAX_SIZE
              + " wide and high");
    }
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(
          "a crop has " + channels + " channels, but must have 1 (gray) or 3 (red, green, blue)");
    }
    if (pixels.length != width * height * channels) {
      throw new IllegalArgumentException(
          "a crop of "
              + width
              + " x "
              + height
              + " pixels and "
              + channels
              + (channels == 1 ? " channel" : " channels")
              + " has "
              + pixels.length
              + " bytes, but must have "
              + width * height * channels);
    }
  }
}
