package io.moodline.aggregator.live;

import java.util.List;

/**
 * What somebody who listens is to be told.
 *
 * @param dropped how many events were lost before these, because they were read too slowly
 * @param events in order
 */
public record Batch(long dropped, List<LiveEvent> events) {}
