/**
 * Reads of state stores: which instance holds what, how it is asked, and how it answers.
 *
 * <p>An answer is whole or there is none: whatever cannot be read makes {@link
 * io.moodline.aggregator.api.NotReadyException}.
 */
package io.moodline.aggregator.stores;
