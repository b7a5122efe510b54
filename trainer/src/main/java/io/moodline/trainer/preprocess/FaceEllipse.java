package io.moodline.trainer.preprocess;

/** The part of a closely cut picture that shows face and not hair, collar or wall: an ellipse. */
public final class FaceEllipse {

  /** The centre and the radii, as shares of width and height. */
  private static final double CENTRE_X = 0.5;

  private static final double CENTRE_Y = 25.0 / 48;
  private static final double RADIUS_X = 19.0 / 48;
  private static final double RADIUS_Y = 23.0 / 48;

  private FaceEllipse() {}

  /** True when the centre of the pixel in a column and a row, from 0, is inside. */
  public static boolean contains(int x, int y, int width, int height) {
    double across = ((x + 0.5) / width - CENTRE_X) / RADIUS_X;
    double down = ((y + 0.5) / height - CENTRE_Y) / RADIUS_Y;
    return across * across + down * down <= 1;
  }
}
