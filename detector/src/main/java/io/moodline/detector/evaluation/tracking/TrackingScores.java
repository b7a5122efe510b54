package io.moodline.detector.evaluation.tracking;

/**
 * How well faces were followed, as counts, so that runs can be added up. Immutable.
 *
 * @param truths counted faces, summed over the frames
 * @param shown boxes of tracks, summed over the frames, without those on faces that do not count
 * @param matches faces that a track lies on
 * @param misses faces that no track lies on
 * @param falsePositives boxes that lie on no face
 * @param switches times that a face's track is another one than when it was last followed
 * @param fragments times that a face which was followed, and then missed, is followed again
 * @param overlapSum intersection over union, summed over the matches
 * @param identityMatches matches that remain when each person is given one track at most, and each
 *     track to one person at most, over the whole run
 */
public record TrackingScores(
    long truths,
    long shown,
    long matches,
    long misses,
    long falsePositives,
    long switches,
    long fragments,
    double overlapSum,
    long identityMatches) {

  /** Nothing was measured. */
  public static TrackingScores none() {
    return new TrackingScores(0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Both runs together; persons and tracks of one are not those of the other. */
  public TrackingScores plus(TrackingScores other) {
    return new TrackingScores(
        truths + other.truths,
        shown + other.shown,
        matches + other.matches,
        misses + other.misses,
        falsePositives + other.falsePositives,
        switches + other.switches,
        fragments + other.fragments,
        overlapSum + other.overlapSum,
        identityMatches + other.identityMatches);
  }

  /**
   * Multiple object tracking accuracy, 1 at best and without a lower bound: 1 less the misses,
   * false positives and switches for each face (K. Bernardin, R. Stiefelhagen, "Evaluating Multiple
   * Object Tracking Performance: The CLEAR MOT Metrics", EURASIP Journal on Image and Video
   * Processing 2008). NaN when there was no face.
   */
  public double mota() {
    return truths == 0 ? Double.NaN : 1 - (misses + falsePositives + switches) / (double) truths;
  }

  /**
   * Multiple object tracking precision: the mean intersection over union of the matches, 0 to 1;
   * greater is better, as the MOT Challenge gives it. NaN when there was no match.
   */
  public double motp() {
    return overlapSum / matches;
  }

  /**
   * Identity precision, 0 to 1 (E. Ristani et al., "Performance Measures and a Data Set for
   * Multi-Target, Multi-Camera Tracking", ECCV Workshops 2016). NaN when nothing was shown.
   */
  public double idp() {
    return identityMatches / (double) shown;
  }

  /** Identity recall, 0 to 1 (Ristani et al. 2016). NaN when there was no face. */
  public double idr() {
    return identityMatches / (double) truths;
  }

  /**
   * Harmonic mean of identity precision and recall, 0 to 1 (Ristani et al. 2016). NaN when there
   * was no face and nothing was shown.
   */
  public double idf1() {
    return 2.0 * identityMatches / (truths + shown);
  }
}
