/** Moments sent to other systems over HTTP: signed, retried, and dead letters in the end. */
package io.moodline.aggregator.webhook;
