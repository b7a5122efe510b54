package io.moodline.trainer.evaluation;

import io.moodline.schemas.Emotion;

/**
 * How well one class is told from the others.
 *
 * @param emotion the class
 * @param support how many faces are of this class
 * @param precision how many of the faces that were given this answer are of this class, 0 to 1; 0
 *     when none was given it
 * @param recall how many of this class's faces were given this answer, 0 to 1; 0 when there are
 *     none
 * @param f1 harmonic mean of the two: {@code 2 hits / (support + answers)}; 0 when there are
 *     neither
 */
public record ClassScore(
    Emotion emotion, int support, double precision, double recall, double f1) {}
