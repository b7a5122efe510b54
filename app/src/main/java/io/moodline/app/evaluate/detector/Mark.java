package io.moodline.app.evaluate.detector;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.Point;
import java.awt.Color;
import java.util.List;

/**
 * Something to be drawn over a picture.
 *
 * @param box pixels of the picture
 * @param landmarks points in pixels of the picture
 * @param color of the box
 * @param text above the box; empty: none
 */
record Mark(Box box, List<Point> landmarks, Color color, String text) {

  Mark {
    landmarks = List.copyOf(landmarks);
  }
}
