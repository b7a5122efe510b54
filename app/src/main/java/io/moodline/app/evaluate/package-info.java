/**
 * Measures emotion models as the classifier runs them: its own reading of cards, preprocessing,
 * ONNX Runtime and calibration, on labelled faces.
 */
package io.moodline.app.evaluate;
