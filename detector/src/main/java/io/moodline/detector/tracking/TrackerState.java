package io.moodline.detector.tracking;

import java.util.List;

/**
 * What the tracker knows of one camera between two frames. Immutable, and bounded in size.
 *
 * @param lastCapturedAtMs capture time of the last frame, epoch milliseconds; {@link #NONE} before
 *     the first
 * @param tracks alive ones, oldest first
 */
public record TrackerState(long lastCapturedAtMs, List<Track> tracks) {

  /** No frame was seen yet. */
  public static final long NONE = Long.MIN_VALUE;

  /** The most tracks that are kept; those not seen for longest are given up first. */
  static final int MAX_TRACKS = 256;

  public TrackerState {
    tracks = List.copyOf(tracks);
    if (tracks.size() > MAX_TRACKS) {
      throw new IllegalArgumentException(
          tracks.size() + " tracks, but at most " + MAX_TRACKS + " are kept");
    }
  }

  /** Before the first frame. */
  public static TrackerState empty() {
    return new TrackerState(NONE, List.of());
  }
}
