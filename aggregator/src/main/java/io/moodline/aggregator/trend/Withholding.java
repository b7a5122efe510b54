package io.moodline.aggregator.trend;

import static io.moodline.aggregator.timeline.Probabilities.SIZE;

import io.moodline.schemas.Trend;
import java.util.Collections;

/**
 * k-anonymity: what a window with too few distinct faces tells of emotions is withheld, so that it
 * does not tell of a single person. How many there were is not withheld.
 *
 * @param minFaces least number of distinct faces; 1: nothing is withheld
 */
public record Withholding(int minFaces) {

  /**
   * The record as it may be shown. A window in which nobody was seen tells of nobody; one in which
   * somebody was, but it is not known how many, does.
   */
  public Trend of(Trend trend) {
    boolean nobody = trend.getFaces() == 0 && trend.getObservations() == 0;
    if (minFaces <= 1 || nobody || trend.getFaces() >= minFaces) {
      return trend;
    }
    return Trend.newBuilder(trend)
        .setUncertain(0)
        .setJudged(0)
        .setProbabilitySums(Collections.nCopies(SIZE, 0.0))
        .setDominantCounts(Collections.nCopies(SIZE, 0L))
        .setSatisfactionCount(0)
        .setSatisfactionSum(0)
        .setSatisfactionSquareSum(0)
        .setFacesSketch(null)
        .setWithheld(true)
        .build();
  }
}
