package io.moodline.classifier.model;

/**
 * How a model is run.
 *
 * @param device where
 * @param intraOpThreads threads that share one operator's work on the CPU, 1 or more
 * @param maxBatch most faces that are computed together, 1 or more
 * @param cudaMemoryBytes most memory that one open model takes of a CUDA device
 */
public record RuntimeSettings(
    Device device, int intraOpThreads, int maxBatch, long cudaMemoryBytes) {}
