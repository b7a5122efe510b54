/**
 * The catalogue of model files that Moodline knows by their sums, and how a file is checked against
 * it. Plain Java; nothing here reaches for a network or loads a model.
 */
package io.moodline.detector.models;
