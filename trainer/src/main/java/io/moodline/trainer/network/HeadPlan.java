package io.moodline.trainer.network;

/**
 * What a network is asked for.
 *
 * @param output name of the logits in the exported graph
 * @param classes how many
 */
public record HeadPlan(String output, int classes) {}
