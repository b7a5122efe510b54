package io.moodline.aggregator.timeline;

import io.moodline.schemas.Emotion;
import java.util.ArrayList;
import java.util.List;

/**
 * Which emotion is dominant, and which were before: hysteresis and a minimum dwell over smoothed
 * probabilities.
 *
 * <p>Another emotion takes over when it leads by the margin for at least the dwell, and when at
 * least {@value #MIN_SUPPORT} frames spoke for it: so a single odd frame never makes a segment,
 * whatever the spacing of frames. It takes over from the moment it began to lead. Until a track has
 * been seen for a dwell and {@value #MIN_START} times, its first emotion is the highest mean so
 * far: the very first frame may be the odd one.
 *
 * <p>Immutable.
 *
 * @param finished segments that are over, oldest first, without gap or overlap
 * @param dominant the emotion of the segment that lasts
 * @param current that segment, without what {@code challenge} saw
 * @param settled false while the first emotion may still change without leaving a segment
 * @param challenge another emotion that leads, or null
 */
public record Dominance(
    List<EmotionSegment> finished,
    Emotion dominant,
    Stretch current,
    boolean settled,
    Challenge challenge) {

  static final int MIN_SUPPORT = 2;
  static final int MIN_START = 3;

  /** Keeps the list from being changed. */
  public Dominance {
    finished = List.copyOf(finished);
  }

  static Dominance begin(long firstSeenMs, double[] first) {
    Stretch current = Stretch.beginning(firstSeenMs).plus(first);
    return new Dominance(List.of(), Probabilities.highest(first), current, false, null);
  }

  /**
   * The state after one more frame.
   *
   * @param atMs capture time, later than all before
   * @param smoothed its smoothed probabilities
   * @param raw its raw probabilities
   * @param rawSums sums of the raw probabilities of the track so far, this frame's included
   */
  Dominance next(
      long atMs, double[] smoothed, double[] raw, double[] rawSums, SmoothingSettings settings) {
    if (!settled) {
      return settle(atMs, smoothed, rawSums, settings);
    }
    Emotion leader = Probabilities.highest(smoothed);
    double lead = smoothed[leader.ordinal()] - smoothed[dominant.ordinal()];
    // To begin to challenge takes the margin; to go on takes a lead, or noise around the margin
    // would
    // put off a slow change for ever.
    boolean goesOn = challenge != null && challenge.emotion() == leader;
    if (leader == dominant || (!goesOn && lead <= settings.margin())) {
      return new Dominance(finished, dominant, whole().plus(smoothed), true, null);
    }
    return challenged(leader, atMs, smoothed, raw, settings);
  }

  private Dominance settle(
      long atMs, double[] smoothed, double[] rawSums, SmoothingSettings settings) {
    Stretch seen = current.plus(smoothed);
    boolean enough = seen.count() >= MIN_START && atMs - current.fromMs() >= settings.dwellMs();
    return new Dominance(finished, Probabilities.highest(rawSums), seen, enough, null);
  }

  private Dominance challenged(
      Emotion leader, long atMs, double[] smoothed, double[] raw, SmoothingSettings settings) {
    boolean goesOn = challenge != null && challenge.emotion() == leader;
    Stretch before = goesOn ? current : whole();
    Stretch since = (goesOn ? challenge.since() : Stretch.beginning(atMs)).plus(smoothed);
    boolean supports = raw[leader.ordinal()] > raw[dominant.ordinal()];
    int support = (goesOn ? challenge.support() : 0) + (supports ? 1 : 0);
    if (support < MIN_SUPPORT || atMs - since.fromMs() < settings.dwellMs()) {
      return new Dominance(finished, dominant, before, true, new Challenge(leader, since, support));
    }
    List<EmotionSegment> over = new ArrayList<>(finished);
    over.add(EmotionSegment.of(before, dominant, since.fromMs()));
    return new Dominance(over, leader, since, true, null);
  }

  private Stretch whole() {
    return challenge == null ? current : current.plus(challenge.since());
  }

  /** All segments; the last one ends when the track was last seen. */
  List<EmotionSegment> segments(long lastSeenMs) {
    List<EmotionSegment> all = new ArrayList<>(finished);
    all.add(EmotionSegment.of(whole(), dominant, lastSeenMs));
    return all;
  }
}
