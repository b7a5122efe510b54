package io.moodline.aggregator.timeline;

import io.moodline.schemas.Emotion;

/**
 * Another emotion leads, but has not done so for long enough to become the dominant one.
 *
 * @param emotion the challenger
 * @param since what was seen since it leads
 * @param support in how many of those frames the raw probabilities, too, put it before the dominant
 *     one
 */
public record Challenge(Emotion emotion, Stretch since, int support) {}
