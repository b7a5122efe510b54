/**
 * Faces to emotions: the classifier's settings, its topology and its service. What a model is lies
 * in {@code model}, ONNX Runtime in {@code onnx}.
 */
package io.moodline.classifier;
