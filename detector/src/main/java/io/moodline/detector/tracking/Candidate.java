package io.moodline.detector.tracking;

import io.moodline.detector.tracking.Motion.Prediction;

/**
 * A track that may have been found again.
 *
 * @param expected where
 * @param confirmed true once it is taken for a face
 * @param lostMs for how long before the last search that found anything it was not found; 0 when
 *     that search found it
 */
record Candidate(Prediction expected, boolean confirmed, long lostMs) {}
