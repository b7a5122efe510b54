package io.moodline.app.demo;

import io.moodline.schemas.Emotion;

/**
 * The truth about one face in a demo picture.
 *
 * @param person the person's number; the same as long as the person is in the picture, never used
 *     again
 * @param x1 left edge of the face's box within the frame, pixels
 * @param y1 upper edge, pixels
 * @param x2 right edge, excluded, pixels
 * @param y2 lower edge, excluded, pixels
 * @param expression what the script says the face shows; in a transition the one it shows more of
 * @param inTransition true while one expression blends into the next
 * @param visible the part of the face's box that lies within the frame and is not hidden by someone
 *     nearer, 0 (excluded) to 1
 */
public record TruthFace(
    long person,
    int x1,
    int y1,
    int x2,
    int y2,
    Emotion expression,
    boolean inTransition,
    double visible) {

  /** True when nearly all of the face is to be seen. */
  public boolean clear() {
    return visible > 0.95;
  }
}
