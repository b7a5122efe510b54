package io.moodline.detector.opencv;

import io.moodline.detector.geometry.Box;
import io.moodline.detector.geometry.Point;
import java.util.List;

/**
 * A face as a detector gives it.
 *
 * @param box pixels of the frame; it may reach beyond its edges
 * @param landmarks none, or five points in pixels of the frame
 * @param score 0 to 1
 */
record RawFace(Box box, List<Point> landmarks, double score) {}
