package io.moodline.aggregator;

import io.moodline.schemas.Trend;

/**
 * A camera's window that has closed, or has changed since.
 *
 * @param site where the camera is; null when it is not registered
 */
record ClosedWindow(Trend trend, String site) implements MomentInput {}
