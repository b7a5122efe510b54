package io.moodline.detector.evaluation.tracking;

import io.moodline.detector.geometry.Box;

/**
 * A face that is in a frame.
 *
 * @param person who it is; the same as long as the person is in the picture, once a frame
 * @param box pixels of the frame
 * @param counted false when nobody is asked to find it, since it is hidden or cut: then it is
 *     neither missed nor is it wrong to show it
 */
public record TruthBox(long person, Box box, boolean counted) {}
