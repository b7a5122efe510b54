package io.moodline.app.demo;

/** A picture being drawn: bytes in the order blue, green, red, row by row. Not thread-safe. */
record Canvas(int width, int height, byte[] bgr) {

  /**
   * Lays a picture over this one; what is outside is cut off.
   *
   * @param argb premultiplied, row by row
   */
  void draw(int[] argb, int argbWidth, int argbHeight, int left, int top) {
    int firstColumn = Math.max(0, -left);
    int lastColumn = Math.min(argbWidth, width - left);
    int lastRow = Math.min(argbHeight, height - top);
    for (int row = Math.max(0, -top); row < lastRow; row++) {
      int to = 3 * ((top + row) * width + left + firstColumn);
      int from = row * argbWidth;
      for (int column = firstColumn; column < lastColumn; column++, to += 3) {
        lay(argb[from + column], to);
      }
    }
  }

  private void lay(int pixel, int to) {
    int through = 255 - (pixel >>> 24);
    if (through == 255) {
      return;
    }
    if (through == 0) {
      bgr[to] = (byte) pixel;
      bgr[to + 1] = (byte) (pixel >> 8);
      bgr[to + 2] = (byte) (pixel >> 16);
      return;
    }
    bgr[to] = (byte) ((pixel & 0xff) + (bgr[to] & 0xff) * through / 255);
    bgr[to + 1] = (byte) ((pixel >> 8 & 0xff) + (bgr[to + 1] & 0xff) * through / 255);
    bgr[to + 2] = (byte) ((pixel >> 16 & 0xff) + (bgr[to + 2] & 0xff) * through / 255);
  }

  /**
   * Mixes a colour into one pixel.
   *
   * @param rgb 0xRRGGBB
   * @param share of the colour, 0 to 256
   */
  void blend(int x, int y, int rgb, int share) {
    int to = 3 * (y * width + x);
    bgr[to] = mix(bgr[to], rgb & 0xff, share);
    bgr[to + 1] = mix(bgr[to + 1], rgb >> 8 & 0xff, share);
    bgr[to + 2] = mix(bgr[to + 2], rgb >> 16 & 0xff, share);
  }

  private static byte mix(byte old, int colour, int share) {
    return (byte) ((old & 0xff) + ((colour - (old & 0xff)) * share >> 8));
  }

  /** This picture, or a smaller copy when it is wider than that. */
  Canvas atMost(int maxWidth) {
    if (width <= maxWidth) {
      return this;
    }
    int smallHeight = Math.max(1, Math.round((float) height * maxWidth / width));
    byte[] small = new byte[3 * maxWidth * smallHeight];
    for (int y = 0; y < smallHeight; y++) {
      for (int x = 0; x < maxWidth; x++) {
        average(x, y, maxWidth, smallHeight, small);
      }
    }
    return new Canvas(maxWidth, smallHeight, small);
  }

  /** A small picture's pixel is the mean of the pixels that it stands for. */
  private void average(int x, int y, int smallWidth, int smallHeight, byte[] small) {
    int fromX = x * width / smallWidth;
    int toX = Math.max(fromX + 1, (x + 1) * width / smallWidth);
    int fromY = y * height / smallHeight;
    int toY = Math.max(fromY + 1, (y + 1) * height / smallHeight);
    int[] sums = new int[3];
    for (int row = fromY; row < toY; row++) {
      for (int at = 3 * (row * width + fromX); at < 3 * (row * width + toX); at++) {
        sums[at % 3] += bgr[at] & 0xff;
      }
    }
    int pixels = (toX - fromX) * (toY - fromY);
    for (int channel = 0; channel < 3; channel++) {
      small[3 * (y * smallWidth + x) + channel] = (byte) ((sums[channel] + pixels / 2) / pixels);
    }
  }
}
