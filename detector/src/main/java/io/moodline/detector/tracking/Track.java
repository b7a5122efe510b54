package io.moodline.detector.tracking;

import io.moodline.detector.geometry.Box;

/**
 * A face followed through frames. Immutable.
 *
 * @param firstSeenMs capture time of its first frame, epoch milliseconds
 * @param index among the tracks born in that frame, from 0
 * @param hits frames in which it was detected
 * @param confirmed true once it is taken for a face
 * @param motion where it was when last detected, and where it goes
 */
record Track(long firstSeenMs, int index, long hits, boolean confirmed, Motion motion) {

  static Track born(long atMs, int index, Box box, boolean confirmed) {
    return new Track(atMs, index, 1, confirmed, Motion.begin(atMs, box));
  }

  /** When it was last detected, epoch milliseconds. */
  long lastHitMs() {
    return motion.atMs();
  }

  /**
   * This track after one more detection.
   *
   * @param crowding {@link Crowding} of the detection
   */
  Track hit(long atMs, Box box, double crowding, boolean nowConfirmed) {
    return new Track(
        firstSeenMs,
        index,
        hits + 1,
        confirmed || nowConfirmed,
        motion.update(atMs, box, crowding));
  }
}
