package io.moodline.trainer.augment;

/**
 * Where each pixel of a new picture is taken from. About the centre of the picture, in pixels: the
 * pixel at {@code (x, y)} comes from {@code (a x + b y + right, c x + d y + down)}.
 */
record Affine(float a, float b, float c, float d, float right, float down) {

  private static final int LAST = Canvas.SIZE - 1;
  private static final float CENTRE = LAST / 2f;

  /** Takes every pixel from its place, bilinearly; beyond the border lies the border's pixel. */
  void warp(float[] from, float[] to) {
    int pixel = 0;
    for (int row = 0; row < Canvas.SIZE; row++) {
      float y = row - CENTRE;
      float startX = b * y + right + CENTRE;
      float startY = d * y + down + CENTRE;
      for (int column = 0; column < Canvas.SIZE; column++) {
        float x = column - CENTRE;
        to[pixel++] = Bilinear.at(from, a * x + startX, c * x + startY, LAST);
      }
    }
  }
}
