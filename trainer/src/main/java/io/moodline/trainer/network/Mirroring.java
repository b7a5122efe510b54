package io.moodline.trainer.network;

/** Whether the members of an ensemble judge a face, its mirror image, or both. */
public enum Mirroring {
  /** Each member judges the face. */
  NONE,
  /**
   * Every second member judges the mirror image in the place of the face: members differ more, and
   * their mean errs less, in the same time.
   */
  ALTERNATE,
  /** Each member judges both, in twice the time. */
  BOTH;

  /** True when a member, counted from 0, judges the face itself. */
  public boolean plain(int member) {
    return this != ALTERNATE || member % 2 == 0;
  }

  /** True when a member, counted from 0, judges the mirror image. */
  public boolean mirrored(int member) {
    return this == BOTH || this == ALTERNATE && member % 2 == 1;
  }
}
