package io.moodline.trainer.training;

import java.util.List;

/**
 * What one step learns from.
 *
 * @param size how many faces
 * @param faces size x 48 x 48 gray values, 0 to 255
 * @param targets for each head size x classes shares; zeros for a face without this label
 * @param weights for each head, how much each face counts; 0 for a face without this label
 */
public record Batch(int size, float[] faces, List<float[]> targets, List<float[]> weights) {}
