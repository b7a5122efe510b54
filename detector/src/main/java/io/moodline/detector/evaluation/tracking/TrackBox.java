package io.moodline.detector.evaluation.tracking;

import io.moodline.detector.geometry.Box;

/**
 * A face that a tracker shows in a frame.
 *
 * @param track which track it belongs to; once a frame
 * @param box pixels of the frame
 */
public record TrackBox(String track, Box box) {}
