/**
 * Measures face detection: ground truth of the usual formats, matching of boxes, precision, recall
 * and average precision. Plain Java on boxes; nothing here opens a detector.
 */
package io.moodline.detector.evaluation;
