package io.moodline.trainer.augment;

/**
 * Where each pixel of a new picture is taken from. About the centre of the picture, in pixels: the
 * pixel at {@code (x, y)} comes from {@code (a x + b y + right, c x + d y + down)}.
 */
record Affine(float a, float b, float c, float d, float right, float down) {

  private static final float CENTRE = (Canvas.SIZE - 1) / 2f;
  private static final float LAST = Canvas.SIZE - 1;

  /** Takes every pixel from its place, bilinearly; beyond the border lies the border's pixel. */
  void warp(float[] from, float[] to) {
    int pixel = 0;
    for (int row = 0; row < Canvas.SIZE; row++) {
      float y = row - CENTRE;
      float startX = b * y + right + CENTRE;
      float startY = d * y + down + CENTRE;
      for (int column = 0; column < Canvas.SIZE; column++) {
        float x = column - CENTRE;
        to[pixel++] = at(from, within(a * x + startX), within(c * x + startY));
      }
    }
  }

  private static float within(float position) {
    return Math.max(0, Math.min(LAST, position));
  }

  private static float at(float[] from, float x, float y) {
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, Canvas.SIZE - 1);
    int bottom = Math.min(top + 1, Canvas.SIZE - 1);
    float shareX = x - left;
    float shareY = y - top;
    float upper = mix(from[top * Canvas.SIZE + left], from[top * Canvas.SIZE + right], shareX);
    float lower =
        mix(from[bottom * Canvas.SIZE + left], from[bottom * Canvas.SIZE + right], shareX);
    return mix(upper, lower, shareY);
  }

  private static float mix(float one, float other, float share) {
    return one + share * (other - one);
  }
}
