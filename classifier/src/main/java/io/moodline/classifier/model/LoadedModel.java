package io.moodline.classifier.model;

/**
 * A model's file with its card, checked against each other, not yet run.
 *
 * @param card the card
 * @param onnx the file's content; not to be changed
 * @param origin where it is from, for messages
 */
public record LoadedModel(ModelCard card, byte[] onnx, String origin) {}
