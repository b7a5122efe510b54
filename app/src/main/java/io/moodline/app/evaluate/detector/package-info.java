/**
 * Measures face detectors as the service runs them, on pictures in which people marked all faces,
 * and draws what they find for people to look at.
 */
package io.moodline.app.evaluate.detector;
