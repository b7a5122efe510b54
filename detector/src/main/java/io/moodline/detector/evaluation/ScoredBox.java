package io.moodline.detector.evaluation;

import io.moodline.detector.geometry.Box;

/**
 * What a detector takes for a face.
 *
 * @param box pixels of the picture
 * @param score the detector's confidence; larger is surer
 */
public record ScoredBox(Box box, double score) {}
