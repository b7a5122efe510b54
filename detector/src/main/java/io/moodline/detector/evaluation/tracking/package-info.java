/**
 * How well faces are followed: CLEAR-MOT and identity measures, as pure functions of what was there
 * and what a tracker said.
 */
package io.moodline.detector.evaluation.tracking;
