package io.moodline.trainer.torch;

import io.moodline.trainer.training.Batch;
import java.util.List;

/**
 * What one step learns from.
 *
 * @param batch faces and labels
 * @param told what each of the teaching models answers: for each head size x classes logits
 */
record Lesson(Batch batch, List<List<float[][]>> told) {}
