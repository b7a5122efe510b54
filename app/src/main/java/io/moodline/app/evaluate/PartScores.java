package io.moodline.app.evaluate;

import io.moodline.app.evaluate.TestFaces.Part;
import io.moodline.trainer.dataset.LabelSet;
import io.moodline.trainer.evaluation.Scores;

/**
 * How a model does by one label set on one part of the faces.
 *
 * @param labels by whose labels it was judged
 * @param part on which faces
 * @param scores the figures
 */
public record PartScores(LabelSet labels, Part part, Scores scores) {}
