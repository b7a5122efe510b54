package io.moodline.aggregator;

/** What moments are found in: tracks as they go on, and windows as they close. */
sealed interface MomentInput permits TrackOutput, ClosedWindow {}
