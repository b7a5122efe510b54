package io.moodline.detector.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reference points of a crop as text: {@code x,y x,y x,y x,y x,y}, fractions of its size. */
public final class ReferencePoints {

  /**
   * Where the landmarks lie in FER-2013's pictures, in which the face fills nearly all.
   *
   * <p>Measured with YuNet (2026may) on 4000 of its training pictures, drawn at random, enlarged
   * six times (cubic) and surrounded by 96 pixels of repeated border: in 3848 of them it found a
   * face with a score above 0.7. These are the means, made symmetric; one picture in ten deviates
   * from them by more than 0.08 to 0.14 on either side. OpenCV's cascade (alt2) on 1000 of the same
   * pictures gives boxes of 0.967 of their width (mean and median averaged), centred at 0.50, 0.49:
   * hence a margin of 0.017 where there are no landmarks.
   */
  public static final String FER_2013 =
      "0.322,0.370 0.678,0.370 0.500,0.592 0.354,0.763 0.646,0.763";

  /** The margin around the cascade's boxes that gives crops like FER-2013's pictures. */
  public static final double FER_2013_MARGIN = 0.017;

  private ReferencePoints() {}

  /**
   * The points that a text names.
   *
   * @param text five points separated by blanks, or blank for none
   * @throws IllegalArgumentException when it is anything else
   */
  public static List<Point> parse(String text) {
    if (text.isBlank()) {
      return List.of();
    }
    List<Point> points = new ArrayList<>();
    for (String point : text.trim().split("\\s+")) {
      points.add(parsePoint(point, text));
    }
    if (points.size() != CropGeometry.LANDMARKS) {
      throw notReference(text);
    }
    return points;
  }

  private static Point parsePoint(String point, String text) {
    String[] numbers = point.split(",", -1);
    if (numbers.length != 2) {
      throw notReference(text);
    }
    return new Point(fraction(numbers[0], text), fraction(numbers[1], text));
  }

  private static double fraction(String number, String text) {
    try {
      double value = Double.parseDouble(number);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw notReference(text);
    }
    throw notReference(text);
  }

  private static IllegalArgumentException notReference(String text) {
    return new IllegalArgumentException(
        "\"" + text + "\" is not " + CropGeometry.LANDMARKS + " points x,y of 0 to 1 each");
  }

  /** The text that {@link #parse} reads. */
  public static String format(List<Point> points) {
    return points.stream()
        .map(point -> String.format(Locale.ROOT, "%.4f,%.4f", point.x(), point.y()))
        .collect(Collectors.joining(" "));
  }
}
