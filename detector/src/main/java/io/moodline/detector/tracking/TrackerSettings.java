package io.moodline.detector.tracking;

/**
 * How faces are followed. Times are in milliseconds, not in frames, so that the frame rate may
 * change. Immutable.
 *
 * @param maxLifeMs a track ends when it is older than this, and goes on under a new id
 * @param maxGapMs a track ends when it was not detected for longer than this
 * @param maxTentativeGapMs the same for a track that is not confirmed yet
 * @param birthScore a detection with at least this score is a face at once, 0 to 1
 * @param birthHits a weaker one once it was detected in this many frames
 * @param birthMs and no sooner than this after the first of them
 * @param minIou least intersection over union of a detection with where the track is expected
 * @param maxJump where they do not overlap so much: the farthest that the detection's centre may
 *     lie from where the track is expected, in sizes of the face
 * @param maxCoastMs in a frame that was not searched, a face is shown where it is expected when it
 *     was detected no longer ago than this
 */
public record TrackerSettings(
    long maxLifeMs,
    long maxGapMs,
    long maxTentativeGapMs,
    double birthScore,
    int birthHits,
    long birthMs,
    double minIou,
    double maxJump,
    long maxCoastMs) {

  /**
   * @throws IllegalArgumentException when a value is out of its range, naming it
   */
  public TrackerSettings {
    require(maxLifeMs > 0, "maxLifeMs", maxLifeMs, "above 0");
    require(maxGapMs > 0, "maxGapMs", maxGapMs, "above 0");
    require(maxTentativeGapMs > 0, "maxTentativeGapMs", maxTentativeGapMs, "above 0");
    require(birthScore >= 0 && birthScore <= 1, "birthScore", birthScore, "0 to 1");
    require(birthHits > 0, "birthHits", birthHits, "above 0");
    require(birthMs >= 0, "birthMs", birthMs, "0 or more");
    require(minIou > 0 && minIou <= 1, "minIou", minIou, "above 0 to 1");
    require(maxJump >= 0, "maxJump", maxJump, "0 or more");
    require(maxCoastMs >= 0, "maxCoastMs", maxCoastMs, "0 or more");
  }

  private static void require(boolean ok, String what, Object value, String allowed) {
    if (!ok) {
      throw new IllegalArgumentException(what + " is " + value + ", but must be " + allowed);
    }
  }
}
