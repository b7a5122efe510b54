package io.moodline.aggregator.stores;

import java.util.List;
import org.apache.kafka.streams.KeyValue;

/**
 * A piece of a range.
 *
 * @param more true: there may be more after the last record
 */
record Page<V>(List<KeyValue<String, V>> records, boolean more) {}
