/** Runs models with ONNX Runtime; the only package that knows it. */
package io.moodline.classifier.onnx;
