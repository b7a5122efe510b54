package io.moodline.detector.tracking;

import io.moodline.detector.geometry.Box;

/**
 * What a tracker needs to know of a face that was detected.
 *
 * @param box pixels of the frame
 * @param score the detector's confidence, 0 to 1
 */
public record Detection(Box box, double score) {}
