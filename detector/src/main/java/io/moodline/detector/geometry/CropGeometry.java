package io.moodline.detector.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * How a face is cut out of its frame: the size of the crop, and where the face lies within it. It
 * must be that of the pictures the emotion model was trained with. Immutable.
 *
 * @param width of the crop, pixels
 * @param height of the crop, pixels
 * @param channels 1: gray; 3: red, green, blue
 * @param margin for a face without landmarks: what is added to the square around its box on each
 *     side, as a fraction of the square's side; negative cuts into it
 * @param reference where the five landmarks (right eye, left eye, nose tip, right and left corner
 *     of the mouth) come to lie in the crop, x as a fraction of its width, y of its height; empty:
 *     faces are cut out by their box even when they have landmarks
 */
public record CropGeometry(
    int width, int height, int channels, double margin, List<Point> reference) {

  /** How many landmarks a face has, when it has any. */
  public static final int LANDMARKS = 5;

  /**
   * @throws IllegalArgumentException when a value is out of its range, naming it
   */
  public CropGeometry {
    require(width >= 8 && width <= 512, "width", width, "8 to 512");
    require(height >= 8 && height <= 512, "height", height, "8 to 512");
    require(channels == 1 || channels == 3, "channels", channels, "1 or 3");
    require(margin >= -0.4 && margin <= 2, "margin", margin, "-0.4 to 2");
    reference = List.copyOf(reference);
    require(
        reference.isEmpty() || reference.size() == LANDMARKS,
        "number of reference points",
        reference.size(),
        "0 or " + LANDMARKS);
  }

  /** Bytes of one crop. */
  public int bytes() {
    return width * height * channels;
  }

  /**
   * The map from the frame's pixels to the crop's.
   *
   * @param box of the face, pixels of the frame
   * @param landmarks five points in pixels of the frame, or none
   * @param rollDegrees for a face without landmarks: how far it leans clockwise in the frame, as
   *     far as something else tells, else 0; it is turned upright about the box's centre
   */
  public Similarity frameToCrop(Box box, List<Point> landmarks, double rollDegrees) {
    if (landmarks.isEmpty()) {
      return byBox(box, Math.toRadians(rollDegrees));
    }
    return reference.isEmpty() ? byBox(box, 0) : byLandmarks(landmarks);
  }

  private Similarity byLandmarks(List<Point> landmarks) {
    List<Point> targets = new ArrayList<>(LANDMARKS);
    for (Point fraction : reference) {
      targets.add(new Point(fraction.x() * width, fraction.y() * height));
    }
    return Similarity.fit(landmarks, targets);
  }

  private Similarity byBox(Box box, double roll) {
    double side = Math.max(box.width(), box.height()) * (1 + 2 * margin);
    double scale = Math.min(width, height) / side;
    double a = scale * Math.cos(roll);
    double b = scale * Math.sin(0 - roll);
    return new Similarity(
        a,
        b,
        width / 2.0 - a * box.centerX() + b * box.centerY(),
        height / 2.0 - b * box.centerX() - a * box.centerY());
  }

  private static void require(boolean ok, String what, Object value, String allowed) {
    if (!ok) {
      throw new IllegalArgumentException(
          "the crop's " + what + " is " + value + ", but must be " + allowed);
    }
  }
}
