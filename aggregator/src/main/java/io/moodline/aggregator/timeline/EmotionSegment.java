package io.moodline.aggregator.timeline;

import io.moodline.schemas.Emotion;

/**
 * A stretch of one dominant emotion.
 *
 * @param emotion the dominant one
 * @param fromMs begin, epoch milliseconds
 * @param toMs end (exclusive, but for a track's last one), epoch milliseconds
 * @param meanConfidence mean smoothed probability of that emotion within it, 0 to 1
 */
public record EmotionSegment(Emotion emotion, long fromMs, long toMs, double meanConfidence) {

  static EmotionSegment of(Stretch stretch, Emotion emotion, long toMs) {
    double mean = stretch.sums()[emotion.ordinal()] / Math.max(1, stretch.count());
    return new EmotionSegment(emotion, stretch.fromMs(), toMs, mean);
  }
}
