package io.moodline.detector.evaluation;

import io.moodline.detector.geometry.Box;

/**
 * A face that people marked in a picture.
 *
 * @param box in pixels of the picture, within it
 * @param ignored true when it need not be found, and finding it is no mistake
 * @param label what the data set calls it; empty when it says nothing
 */
public record TruthFace(Box box, boolean ignored, String label) {}
