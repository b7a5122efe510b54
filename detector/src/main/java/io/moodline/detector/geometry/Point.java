package io.moodline.detector.geometry;

/**
 * A place.
 *
 * @param x to the right, in the unit that the user of this states
 * @param y downwards, in the same unit
 */
public record Point(double x, double y) {}
