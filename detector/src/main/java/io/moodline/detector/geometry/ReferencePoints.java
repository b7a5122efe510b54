package io.moodline.detector.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reference points of a crop as text: {@code x,y x,y x,y x,y x,y}, fractions of its size. */
public final class ReferencePoints {

  /** To be measured. */
  public static final String FER_2013 = "0.31,0.39 0.69,0.39 0.50,0.58 0.35,0.78 0.65,0.78";

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
