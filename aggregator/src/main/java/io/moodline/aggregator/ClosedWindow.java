package io.moodline.aggregator;

import io.moodline.aggregator.state.TrendDelta;
import io.moodline.schemas.Trend;

/**
 * A camera's window that has closed, or has changed since.
 *
 * @param trend all that is in it; null when only the camera's clock has moved
 * @param delta what has come to it, for site and everything; null for hours and days, which these
 *     roll up themselves
 * @param site where the camera was when the minute of the window began; null when it never was
 *     registered
 */
record ClosedWindow(Trend trend, TrendDelta delta, String site) implements MomentInput {}
