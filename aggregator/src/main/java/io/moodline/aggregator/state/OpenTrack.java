package io.moodline.aggregator.state;

import io.moodline.aggregator.timeline.Series;
import io.moodline.aggregator.timeline.TimelineState;
import java.util.List;

/**
 * A track that may go on: its timeline so far, and what its last frame showed. Read from its store,
 * the series has no points: these are in a store of their own, since most frames add none.
 *
 * @param latest the last frame
 */
public record OpenTrack(TimelineState timeline, Latest latest) {

  /**
   * Where a face was last and what it showed.
   *
   * @param x1 left edge of its box, pixels of the frame; likewise the next three
   * @param frameWidth width of that frame, pixels
   * @param frameHeight height of that frame, pixels
   * @param raw eight raw probabilities in the order of {@link io.moodline.schemas.Emotion}
   */
  public record Latest(
      float x1, float y1, float x2, float y2, int frameWidth, int frameHeight, double[] raw) {}

  /** This, with the points of its series, which a store of their own holds. */
  public OpenTrack withPoints(List<Series.Point> points) {
    Series series = new Series(timeline.series().stepMs(), points);
    return new OpenTrack(timeline.with(series), latest);
  }
}
